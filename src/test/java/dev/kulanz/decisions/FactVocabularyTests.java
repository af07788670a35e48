package dev.kulanz.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactVocabularyTests {

    private static FactSource source(String name) {
        return new FactSource() {
            @Override
            public Collection<Fact> facts() {
                return List.of(new Fact(name, Fact.Type.STRING, "", "For this test."));
            }

            @Override
            public Map<String, Object> lookUp(String caseNumber, Set<String> names) {
                return Map.of(name, "of " + caseNumber);
            }
        };
    }

    @Test
    void listsAllFactsByName() {
        FactVocabulary vocabulary = new FactVocabulary(List.of(source("zone"), source("age")));

        assertThat(vocabulary.all()).extracting(Fact::name).containsExactly("age", "step", "zone");
        assertThat(vocabulary.isContext("step")).isTrue();
        assertThat(vocabulary.isContext("age")).isFalse();
        assertThat(vocabulary.isContext("unknown")).isFalse();
    }

    @Test
    void asksEachSourceForItsOwnFacts() {
        FactVocabulary vocabulary = new FactVocabulary(List.of(source("zone"), source("age")));

        assertThat(vocabulary.lookUp("K-1", List.of("age", "step"))).isEqualTo(Map.of("age", "of K-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"step", "age"})
    void refusesANameTwice(String name) {
        assertThatThrownBy(() -> new FactVocabulary(List.of(source("age"), source(name))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'%s' twice".formatted(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"days overdue", "Age", "open-amount", ""})
    void refusesANameThatRulesCannotWrite(String name) {
        assertThatThrownBy(() -> new FactVocabulary(List.of(source(name)))).hasMessageContaining("can't be written");
    }
}
