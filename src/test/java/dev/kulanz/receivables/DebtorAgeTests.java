package dev.kulanz.receivables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.shared.Ids;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How old somebody is on a day, and whether he is of age. */
class DebtorAgeTests {

    @ParameterizedTest
    @CsvSource({
        "2008-11-03, 2026-11-02, 17, true",
        "2008-11-02, 2026-11-02, 18, false",
        "2008-02-29, 2026-02-28, 17, true",
        "2008-02-29, 2026-03-01, 18, false",
        "2006-03-01, 2024-02-29, 17, true",
        "2026-11-02, 2026-11-02, 0, true",
        "2026-11-03, 2026-11-02, , false",
        "1906-05-01, 2026-11-02, 120, false",
    })
    void countsYearsByTheDayOfBirth(LocalDate born, LocalDate today, Integer age, boolean isMinor) {
        Debtor debtor = born(Debtor.Type.CONSUMER, born);
        assertThat(debtor.ageOn(today).orElse(null)).isEqualTo(age);
        assertThat(debtor.isMinorOn(today)).isEqualTo(isMinor);
    }

    @ParameterizedTest
    @CsvSource({"BUSINESS, 2015-01-01", "CONSUMER, "})
    void isNotKnownOfABusinessOrWithoutABirthDate(Debtor.Type type, LocalDate born) {
        assertThat(born(type, born).ageOn(LocalDate.parse("2026-11-02"))).isEmpty();
        assertThat(born(type, born).isMinorOn(LocalDate.parse("2026-11-02"))).isFalse();
    }

    private static Debtor born(Debtor.Type type, LocalDate born) {
        return new Debtor(Ids.next(), "c", "d", type, "Mia", null, null, "de", null, null, null, "DE", null, born);
    }
}
