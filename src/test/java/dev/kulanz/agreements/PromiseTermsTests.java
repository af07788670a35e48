package dev.kulanz.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.kulanz.shared.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromiseTermsTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-04");
    private static final PromiseTerms TERMS = terms(true, 1);

    private static PromiseTerms terms(boolean open, int made) {
        return new PromiseTerms(
                open, new BigDecimal("100.00"), "EUR", TODAY, TODAY.plusDays(31), made, 2, BigDecimal.ZERO);
    }

    @ParameterizedTest
    @CsvSource({
        "0.01, 2026-11-04",
        "100, 2026-11-04",
        "100.00, 2026-12-05",
        "50.500, 2026-11-08", // a zero more is no third decimal; a Sunday is a day
        "1E+2, 2026-11-20"
    })
    void takeWhatIsOwedFromTodayOn(BigDecimal amount, LocalDate day) {
        assertThat(TERMS.objections(amount, day)).isEmpty();
        assertThatNoException().isThrownBy(() -> TERMS.check(amount, day));
    }

    @ParameterizedTest
    @CsvSource({
        ", 2026-11-20, NOT_AN_AMOUNT",
        "0, 2026-11-20, NOT_AN_AMOUNT",
        "-0.01, 2026-11-20, NOT_AN_AMOUNT",
        "0.001, 2026-11-20, NOT_AN_AMOUNT",
        "100.01, 2026-11-20, MORE_THAN_OWED",
        "1E+999999999, 2026-11-20, MORE_THAN_OWED",
        "10, , NO_DAY",
        "10, 2026-11-03, IN_THE_PAST",
        "10, 2026-12-06, TOO_FAR_AHEAD",
        "10, +999999999-12-31, TOO_FAR_AHEAD"
    })
    void objectToWhatCannotBeKept(BigDecimal amount, LocalDate day, Objection objection) {
        assertThat(TERMS.objections(amount, day)).containsExactly(objection);
    }

    @Test
    void nameEverythingThatIsWrongAtOnce() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> terms(true, 2).check(new BigDecimal("0.00"), TODAY.minusDays(1)))
                .satisfies(refusal -> assertThat(refusal.errors())
                        .extracting("field")
                        .containsExactly("caseNumber", "amount", "date"));
    }

    @Test
    void sayWhatCouldBePromisedInstead() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> TERMS.check(new BigDecimal("100.01"), TODAY))
                .withMessageContaining("100.00 EUR");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> TERMS.check(BigDecimal.TEN, TODAY.plusDays(90)))
                .withMessageContaining("2026-12-05");
    }

    @Test
    void allowNothingInAClosedCaseOrAfterTheLastPromise() {
        assertThat(TERMS.allowAny()).isTrue();
        assertThat(terms(true, 2).allowAny()).isFalse();
        assertThat(terms(false, 0).allowAny()).isFalse();
        assertThat(terms(false, 0).objections(BigDecimal.TEN, TODAY)).containsExactly(Objection.CASE_NOT_OPEN);
    }
}
