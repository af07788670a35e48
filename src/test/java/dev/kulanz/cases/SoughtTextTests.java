package dev.kulanz.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody means who looks for a case. */
class SoughtTextTests {

    @ParameterizedTest
    @CsvSource({
        "0171 / 234 56 78, 1712345678",
        "(0171) 2345, 1712345",
        "+49 171 2345678, 491712345678",
        "0049 (0)171-2345678, 491712345678",
        "+49 (0) 171 234, 49171234",
    })
    void readsTelephoneNumbersAsPeopleWriteThem(String text, String phone) {
        assertThat(sought(text).orElseThrow().phone()).isEqualTo(phone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"K-2026-000123", "2026-0001", "345678", "Anna", "0", "04a77"})
    void takesNothingElseForOne(String text) {
        assertThat(sought(text).orElseThrow().phone()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"'149,70', 149.70", "149.7 €, 149.7", "'1.234,5', 1234.5", "100, 100"})
    void readsAmountsAsPeopleWriteThem(String text, BigDecimal amount) {
        assertThat(sought(text).orElseThrow().amount()).isEqualByComparingTo(amount);
    }

    @Test
    void looksForNothingThatNobodyWrites() {
        assertThat(sought("a".repeat(201))).isEmpty();
        assertThat(sought("a b c d e f g h i j k")).isEmpty();
        assertThat(SoughtText.of("...", text -> "")).isEmpty();
    }

    private static Optional<SoughtText> sought(String text) {
        return SoughtText.of(text, written -> written.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\w ]", "")
                .strip());
    }
}
