package dev.kulanz.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kulanz.shared.Refusal;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.StaticMessageSource;

class FormInputTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "49,90|49.90",
                "49.90|49.90",
                "1.234,56|1234.56",
                "1,234.56|1234.56",
                "1234|1234",
                " 49,90 € |49.90",
                "49.9 EUR|49.9",
                "1.234.567,8|1234567.8"
            })
    void readsAmountsAsPeopleWriteThem(String written, String meant) {
        assertThat(amount(written)).isEqualByComparingTo(new BigDecimal(meant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.234", "1,234", "0", "0,00", "-5", "12,345", "1e9", "ten", "1.23.45", "", " "})
    void refusesWhatCouldMeanSomethingElse(String written) {
        assertRefused(written);
    }

    @Test
    void saysWhichDayCantBeRead() {
        assertThatThrownBy(() -> input("day", "31.02.2026").day("day"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.errors().get(0).field()).isEqualTo("day"));
    }

    private static void assertRefused(String written) {
        assertThatThrownBy(() -> amount(written)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                        refusal.errors().get(0).field())
                .isEqualTo("amount"));
    }

    private static BigDecimal amount(String written) {
        return input("amount", written).amount("amount");
    }

    private static FormInput input(String field, String value) {
        return new FormInput(Map.of(field, value), new Words(new StaticMessageSource(), Locale.ENGLISH));
    }
}
