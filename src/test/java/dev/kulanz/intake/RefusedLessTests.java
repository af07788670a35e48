package dev.kulanz.intake;

import static dev.kulanz.intake.Portfolio.HEADER;
import static dev.kulanz.intake.Portfolio.file;
import static dev.kulanz.intake.Portfolio.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A row that was refused and says that less is owed than is kept: it may be to the debtor's credit. */
@IntakeTest
class RefusedLessTests {

    private static final String COLUMNS = HEADER + ",paid,instalment,promise_date,blocked_until,block_reason\n";

    @Autowired
    private Portfolio portfolio;

    @BeforeEach
    void empty() {
        portfolio.emptied();
        portfolio.imported(file(row("D-1", "R-1"), row("D-1", "R-2", "50.00")));
    }

    @ParameterizedTest(name = "{0} less {1}")
    @CsvSource({"0,", "0.00,0.00", "60.00,", "100.00,100.00", "100.00,0.01"})
    void isOneThatIsUnreadableElsewhere(String amount, @Nullable String paid) {
        assertInDoubt(COLUMNS + unreadable("R-1", amount) + "," + (paid == null ? "" : paid) + ",,,,\n");
    }

    @ParameterizedTest(name = "{0} less {1}")
    @CsvSource({"100.00,", "100.00,0.00", "120.00,", "120.00,20.00"})
    void isNoneThatSaysAsMuch(String amount, @Nullable String paid) {
        assertNotInDoubt(COLUMNS + unreadable("R-1", amount) + "," + (paid == null ? "" : paid) + ",,,,\n");
    }

    @Test
    void isNoneOfWhatIsNotKeptHere() {
        assertNotInDoubt(COLUMNS + unreadable("R-9", "0") + ",,,,,\n");
        assertNotInDoubt(COLUMNS + row("D-1", "R-9", "0") + ",,,,,\n");
    }

    @Test
    void isNoneOfWhatIsPaidHere() {
        portfolio.imported(file(row("D-1", "R-1", "0")));
        assertNotInDoubt(COLUMNS + unreadable("R-1", "0") + ",,,,,\n");
    }

    @Test
    void isOneThatOnlyTheWholeFileContradicts() {
        assertInDoubt(COLUMNS + row("D-1", "R-1", "60.00") + ",,,2026-11-01,,\n");
    }

    @Test
    void isOneThatCanBeReadInTwoWays() {
        portfolio.imported(COLUMNS + row("D-1", "R-1", "100.00") + ",40.00,,,,\n");
        assertInDoubt(COLUMNS + row("D-1", "R-1", "60.00") + ",40.00,,,,\n");
    }

    @Test
    void isAZeroOfAPartWhoseDayIsNotKnown() {
        assertInDoubt(COLUMNS + row("D-1", "R-1", "0").replace("2026-11-10", "2026-12-10") + ",,,,,\n");
    }

    @Test
    void isOneWithoutItsZerosAtTheStart() {
        portfolio.imported(file(row("D-1", "007", "70.00")));
        assertInDoubt(COLUMNS + row("D-1", "7", "10.00") + ",,,,,\n");
    }

    @Test
    void isMeasuredByThePartThatItNames() {
        String december = row("D-1", "R-1", "40.00").replace("2026-11-10", "2026-12-10");
        portfolio.imported(file(row("D-1", "R-1"), december));
        String refused = december.replace("2026-10-27", "2026-27-10");

        assertNotInDoubt(COLUMNS + refused + ",,,,,\n");
        assertNotInDoubt(
                COLUMNS + row("D-1", "R-1") + ",,,,,\n" + refused.replace("2026-12-10", "2026-12-12") + ",,,,,\n");
        assertInDoubt(COLUMNS + row("D-1", "R-1") + ",,,,,\n"
                + refused.replace("40.00", "39.00").replace("2026-12-10", "2026-12-12") + ",,,,,\n");
    }

    @Test
    void isNoneBesideTheRowThatWasTakenForTheSamePart() {
        assertNotInDoubt(file(row("D-1", "R-1", "0"), row("D-1", "R-1")));
        assertNotInDoubt(file(row("D-1", "R-1", "0"), row("D-1", "R-1")));
    }

    /** Whatever the request says of the other amounts, this column names what is left. */
    @Test
    void isOneThatNamesOnlyWhatIsLeft() {
        String csv =
                HEADER + ",open_amount\n" + unreadable("R-1", "") + ",20.00\n" + row("D-1", "R-2", "50.00") + ",\n";
        for (AmountMeaning amounts : AmountMeaning.values()) {
            assertThat(portfolio
                            .imported(csv, new ImportOptions(false, ImportOptions.Mode.CHANGES, false, amounts, null))
                            .rejectedRows())
                    .isEqualTo(2);
        }
    }

    @Test
    void isNoneOfADuplicateHoweverOftenTheFileComes() {
        String csv = file(row("D-1", "R-1"), row("D-1", "R-1", "9.00"));
        assertNotInDoubt(csv);
        assertNotInDoubt(csv);
    }

    /** One of the two ids is wrong, and if it is the debtor's, it is said of the invoice. */
    @Test
    void isOneForItsOwnerThoughItNamesAnotherDebtor() {
        assertInDoubt(COLUMNS + unreadable("R-1", "0").replace("D-1", "D-2") + ",,,,,\n");
    }

    @Test
    void saysTheSameInADryRun() {
        String csv = COLUMNS + unreadable("R-1", "0") + ",,,,,\n";
        ImportResult tried = portfolio.imported(csv, ImportOptions.DRY_RUN);
        assertThat(debtorsInDoubt()).isEmpty();
        assertThat(tried.warnings())
                .isEqualTo(portfolio.imported(csv).warnings())
                .isNotEmpty();
    }

    private static String unreadable(String invoice, String amount) {
        return row("D-1", invoice, amount).replace("2026-10-27", "2026-27-10");
    }

    /** The debtor rests, and what else the file says that he owes is not taken. */
    private void assertInDoubt(String csv) {
        ImportResult result = portfolio.imported(csv + row("D-1", "R-2", "55.00") + ",".repeat(5) + "\n");

        assertThat(result.rejected())
                .anySatisfy(held -> assertThat(held.message()).contains("to his credit"));
        assertThat(portfolio.balance("R-2")).isEqualByComparingTo("50");
        assertThat(debtorsInDoubt()).containsExactly("D-1");
    }

    private void assertNotInDoubt(String csv) {
        assertThat(portfolio.imported(csv).rejectedRows()).isEqualTo(1);
        assertThat(debtorsInDoubt()).isEmpty();
    }

    private List<String> debtorsInDoubt() {
        return portfolio.strings("""
                select d.external_id from person_block p join debtor d on d.id = p.debtor_id
                where p.reason = 'UNCLEAR_PAYMENT' and p.lifted_at is null and p.until_date >= '2026-11-22'""");
    }
}
