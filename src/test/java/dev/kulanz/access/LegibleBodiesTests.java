package dev.kulanz.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.shared.FieldError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LegibleBodiesTests {

    private static final String BAD = "a\u0007b";

    record Inner(Object value) {}

    static Stream<Arguments> wherever() {
        return Stream.of(
                Arguments.of(BAD, ""),
                Arguments.of(new Inner(BAD), "value"),
                Arguments.of(List.of("a", BAD), "[1]"),
                Arguments.of(Set.of(BAD), "[0]"),
                Arguments.of(new String[] {"a", BAD}, "[1]"),
                Arguments.of(new Inner(Optional.of(BAD)), "value"),
                Arguments.of(Map.of("name", BAD), "name"),
                Arguments.of(Map.of(BAD, 1), ""),
                Arguments.of(
                        new Inner(Map.of("x", List.of(new Inner(Optional.of(Set.of(BAD)))))), "value.x[0].value[0]"));
    }

    @ParameterizedTest
    @MethodSource("wherever")
    void lookAtEachText(Object body, String field) {
        assertThat(LegibleBodies.wrongIn(body)).extracting(FieldError::field).containsExactly(field);
    }
}
