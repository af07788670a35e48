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

/** A doubt ends with the row that it is about, and with no other. Today is 22 November. */
@IntakeTest
class DoubtEndsTests {

    private static final ImportOptions SNAPSHOT = new ImportOptions(false, ImportOptions.Mode.SNAPSHOT, true);

    @Autowired
    private Portfolio portfolio;

    @BeforeEach
    void owes() {
        portfolio.emptied();
        portfolio.imported(file(row("D-1", "R-1"), row("D-2", "R-2")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"-12..50", "12..50-", "(12..50)", "−12..50", "12..50 H", "EUR -12..50", "CR 12..50"})
    void ofACreditNoteWithTheNumberOfItsInvoiceNotWithTheInvoice(String unreadable) {
        imported(row("D-1", "R-1", unreadable));
        imported(row("D-1", "R-1"));
        assertInDoubt("D-1");
        imported(row("D-1", "R-1", "-12.50"));
        assertInDoubt();
    }

    @Test
    void ofACreditNoteWhoseSignIsLostNotWithTheInvoiceBesideIt() {
        imported(row("D-1", "R-1"), row("D-1", "R-1", "12..50").replace("2026-11-10", ""));
        assertInDoubt("D-1");
        imported(row("D-1", "R-1"));
        assertInDoubt("D-1");
        imported(row("D-1", "R-1"), row("D-1", "R-1", "-12.50"));
        assertInDoubt();
    }

    @Test
    void ofAnInvoiceNotWithACreditNoteOfItsNumber() {
        parts(row("D-1", "R-1") + ",,4o.00");
        assertInDoubt("D-1");
        imported(row("D-1", "R-1", "-5.00"));
        assertInDoubt("D-1");
        parts(row("D-1", "R-1") + ",,40.00");
        assertInDoubt();
    }

    @Test
    void ofAnInvoiceWithItsZero() {
        parts(row("D-1", "R-1") + ",,4o.00");
        imported(row("D-1", "R-1", "0"));
        assertInDoubt();
    }

    @Test
    void ofAPartByNumberNotWithAnother() {
        parts(part("1", "2026-11-10", "60.00") + ",", part("2", "2026-12-10", "40.00") + ",");
        parts(part("2", "2026-12-10", "40.00") + ",4o.00");
        assertInDoubt("D-1");
        parts(part("1", "2026-11-10", "60.00") + ",");
        assertInDoubt("D-1");
        parts(part("2", "2026-12-12", "40.00") + ",10.00");
        assertInDoubt();
    }

    @Test
    void ofAPartByDayNotWithAnother() {
        imported(row("D-1", "R-1", "60.00"), december("40.00"));
        parts(december("40.00") + ",,4o.00");
        assertInDoubt("D-1");
        imported(row("D-1", "R-1", "60.00"));
        assertInDoubt("D-1");
        parts(december("40.00") + ",,10.00");
        assertInDoubt();
    }

    @Test
    void ofAPartWithTheRowThatMovesIt() {
        parts(row("D-1", "R-1") + ",,4o.00");
        imported(december("100.00"));
        assertInDoubt();
    }

    @Test
    void ofAPartWhoseDayCanNotBeReadOnlyWithAllThatAreOpen() {
        imported(row("D-1", "R-1", "60.00"), december("40.00"));
        imported(row("D-1", "R-1", "4..00").replace("2026-11-10", "2026-41-10"));
        assertInDoubt("D-1");
        imported(row("D-1", "R-1", "60.00"));
        assertInDoubt("D-1");
        imported(row("D-1", "R-1", "60.00"), december("40.00"));
        assertInDoubt();
    }

    @Test
    void ofAPartThatIsNotKnownYetNotWithTheOneThatIs() {
        imported(december("4..00"));
        imported(row("D-1", "R-1"));
        assertInDoubt("D-1");
        imported(row("D-1", "R-1"), december("40.00"));
        assertInDoubt();
    }

    /** Held beside a row that was refused, it gives him more time, or says that he disputes it: it has to come again. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"2026-12-31, ", "2026-11-10, DISPUTE", "2026-11-10, "})
    void ofAHeldRowThatSaysMoreInHisFavour(String due, @Nullable String dispute) {
        String held = row("D-1", "R-1").replace("2026-11-10", due);
        String header = HEADER + ",block_reason\n";
        String reason = "," + (dispute == null ? "" : dispute) + "\n";
        portfolio.imported(header + row("D-1", "G-1", "-12..50") + ",\n" + held + reason);
        assertInDoubt("D-1");
        imported(row("D-1", "G-1", "-12.50"));
        if (due.equals("2026-11-10") && dispute == null) {
            assertInDoubt();
        } else {
            assertInDoubt("D-1");
            portfolio.imported(header + held + reason);
            assertInDoubt();
        }
    }

    @Test
    void withoutANumberOnlyWithACompleteList() {
        imported(row("D-1", "", "-12.50"));
        assertInDoubt("D-1");
        imported(row("D-1", "R-1"), row("D-1", "G-1", "-12.50"));
        assertInDoubt("D-1");
        portfolio.imported(file(row("D-1", "R-1"), row("D-2", "R-2")), SNAPSHOT);
        assertInDoubt();
    }

    @Test
    void notWithACompleteListThatHasItsNumberWithoutADebtor() {
        imported(row("D-1", "G-1", "-12..50"));
        portfolio.imported(
                file(
                        row("D-1", "R-1"),
                        row("D-2", "R-2"),
                        row("D-1", "G-1", "-12..50").replace(",D-1,", ",,")),
                SNAPSHOT);
        assertInDoubt("D-1");
    }

    @Test
    void withItsRowOfTheDebtorWhoseItWas() {
        imported(row("D-1", "G-1", "-12..50"));
        imported(row("D-2", "G-1", "-12.50"));
        assertInDoubt();
    }

    @Test
    void notWithAnotherDebtorsThatWasKnown() {
        imported(row("D-2", "G-1", "-12.50"));
        imported(row("D-1", "G-1", "-8..50"));
        assertInDoubt("D-1", "D-2");
        imported(row("D-2", "G-1", "-12.50"));
        assertInDoubt("D-1");
    }

    @Test
    void notWithoutTheRowsThatWereHeldForIt() {
        imported(row("D-1", "G-1", "-12..50"), row("D-1", "R-1", "60.00"));
        imported(row("D-1", "G-1", "-12.50"));
        assertInDoubt("D-1");
        imported(row("D-1", "R-1", "60.00"));
        assertInDoubt();
    }

    @Test
    void onceThoughTheRowStoodThereTwice() {
        imported(row("D-1", "G-1", "-12..50"), row("D-1", "G-1", "-12..50"));
        imported(row("D-1", "G-1", "-12.50"));
        assertInDoubt();
        imported(row("D-1", "G-1", "-12.50"), row("D-1", "G-1", "-12.50"));
        assertInDoubt();
        imported(row("D-1", "G-1", "-12.50"), row("D-1", "G-1", "-14.50"));
        assertInDoubt("D-1");
    }

    @Test
    void ofWhatSomebodyHasFreedComesNotBackBesideAnother() {
        imported(row("D-1", "G-1", "-12..50"));
        lift();
        imported(row("D-1", "G-1", "-12..50"), row("D-1", "G-2", "-8..50"));
        assertInDoubt("D-1");
        imported(row("D-1", "G-1", "-12..50"), row("D-1", "G-2", "-8.50"));
        assertInDoubt();
        imported(row("D-1", "R-1", "-12..50"));
        assertInDoubt("D-1");
    }

    @Test
    void thatWasKeptByNumberAloneWithAnyRowOfIt() {
        imported(row("D-1", "R-1", "-12..50"));
        portfolio.execute("update claim_in_doubt set credit = null, by_number = true");
        imported(row("D-1", "R-9"));
        assertInDoubt("D-1");
        lift();
        imported(row("D-1", "R-1", "-12..50"));
        assertInDoubt();
        portfolio.execute("update person_block set lifted_at = null");
        imported(row("D-1", "R-1"));
        assertInDoubt();
    }

    @Test
    void ofMoreRowsThanAreRememberedOnlyWithACompleteList() {
        String[] many = new String[101];
        for (int i = 0; i < many.length; i++) {
            many[i] = row("D-1", "G-" + i, "-1..50");
        }
        imported(many);
        for (int i = 0; i < many.length; i++) {
            many[i] = row("D-1", "G-" + i, "-1.50");
        }
        imported(many);
        assertInDoubt("D-1");
        assertThat(portfolio.count("claim_in_doubt")).isEqualTo(1);
        portfolio.imported(file(row("D-1", "R-1"), row("D-2", "R-2")), SNAPSHOT);
        assertInDoubt();
    }

    /** Lists come every week, or every month. */
    @Test
    void staysLiftedWhenTheSameRowComesAMonthLater() {
        imported(row("D-1", "R-1", "-12..50"));
        lift();
        portfolio.execute("update person_block set until_date = until_date - 31");
        imported(row("D-1", "R-1", "-12..50"));
        assertInDoubt();
        imported(row("D-1", "R-3", "-12..50"));
        assertInDoubt("D-1");
    }

    private static String december(String amount) {
        return row("D-1", "R-1", amount).replace("2026-11-10", "2026-12-10");
    }

    private static String part(String number, String due, String amount) {
        return row("D-1", "R-1", amount).replace("2026-11-10", due) + "," + number;
    }

    private void imported(String... rows) {
        portfolio.imported(file(rows));
    }

    private void parts(String... rows) {
        portfolio.imported(HEADER + ",instalment,paid\n" + String.join("\n", rows) + "\n");
    }

    private void lift() {
        portfolio.strings("update person_block set lifted_at = now(), lifted_by = 'clerk' returning 'lifted'");
    }

    private void assertInDoubt(String... debtors) {
        assertThat(inDoubt()).containsExactly(debtors);
    }

    private List<String> inDoubt() {
        return portfolio.strings("""
                select d.external_id from person_block p join debtor d on d.id = p.debtor_id
                where p.reason = 'UNCLEAR_PAYMENT' and holds_on(p.lifted_at, p.until_date, '2026-11-22')
                order by d.external_id""");
    }
}
