package dev.kulanz.receivables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.shared.BusinessCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsTests {

    private final BusinessCalendar calendar = new BusinessCalendar();

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a Monday,                     2027-01-18, 3, ,   2027-01-21",
        "a Friday,                     2027-01-22, 3, ,   2027-01-27",
        "a Saturday is the Monday,     2027-01-23, 3, ,   2027-01-28",
        "a Sunday is the Monday,       2027-01-24, 3, ,   2027-01-28",
        "the Thursday before Easter,   2027-03-25, 3, ,   2027-04-01",
        "Good Friday is the Tuesday,   2027-03-26, 3, ,   2027-04-02",
        "Christmas Eve,                2026-12-24, 3, ,   2026-12-30",
        "New Year's Eve,               2026-12-31, 3, ,   2027-01-06",
        "the day before the holiday,   2026-10-02, 3, ,   2026-10-07",
        "Epiphany in Bavaria,          2027-01-06, 3, BY, 2027-01-12",
        "Epiphany in Berlin,           2027-01-06, 3, BE, 2027-01-11",
        "the days are longer,          2027-01-18, 7, ,   2027-01-25",
        "the days are shorter,         2027-01-18, 0, ,   2027-01-21"
    })
    void letThreeBankDaysPassAfterTheDueDate(
            String name, LocalDate due, int days, @Nullable String state, LocalDate first) {
        assertThat(Terms.USUAL.firstContact(due, days, state, calendar)).isEqualTo(first);
    }

    @Test
    void countDaysOfAllKindsWhereNoBankDaysAreAskedFor() {
        assertThat(Terms.NONE.firstContact(LocalDate.parse("2027-01-23"), 0, "BY", calendar))
                .isEqualTo("2027-01-23");
    }

    @Test
    void holdInTheUnitOfEachCurrencyThatHasNoneOfItsOwn() {
        Limits yen = new Limits(new BigDecimal("500"), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
        Terms terms = new Terms(3, 8, Limits.USUAL, Map.of("JPY", yen), true);
        assertThat(terms.in("JPY")).isEqualTo(yen);
        assertThat(terms.in("HUF")).isEqualTo(Limits.USUAL);
    }

    @Test
    void areTheSameHoweverManyZerosAreWritten() {
        Limits written =
                new Limits(new BigDecimal("3"), new BigDecimal("15.0"), new BigDecimal("50.00"), new BigDecimal("1"));
        assertThat(new Terms(3, 8, written, Map.of(), true).isLike(Terms.USUAL)).isTrue();
        assertThat(new Terms(3, 8, written, Map.of("JPY", written), true).isLike(Terms.USUAL))
                .isFalse();
        assertThat(new Terms(2, 8, written, Map.of(), true).isLike(Terms.USUAL)).isFalse();
        assertThat(new Terms(3, 0, written, Map.of(), true).isLike(Terms.USUAL)).isFalse();
        assertThat(new Terms(3, 8, written, Map.of(), false).isLike(Terms.USUAL))
                .isFalse();
    }
}
