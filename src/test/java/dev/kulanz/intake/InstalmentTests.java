package dev.kulanz.intake;

import static dev.kulanz.intake.Portfolio.HEADER;
import static dev.kulanz.intake.Portfolio.file;
import static dev.kulanz.intake.Portfolio.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An invoice that falls due in parts: each is an open item of its own. */
@IntakeTest
class InstalmentTests {

    private static final ImportOptions SNAPSHOT = new ImportOptions(false, ImportOptions.Mode.SNAPSHOT, true);
    private static final String FIRST = part("2026-11-10", "50.00");
    private static final String SECOND = part("2026-12-10", "40.00");
    private static final String THIRD = part("2027-01-10", "30.00");

    @Autowired
    private Portfolio portfolio;

    @BeforeEach
    void empty() {
        portfolio.emptied();
    }

    @Test
    void areTakenByTheirDueDatesAndTheSameAgainChangesNothing() {
        ImportResult result = portfolio.imported(file(SECOND, FIRST));
        assertThat(result.rejected()).isEmpty();
        assertThat(result.accepted()).isEqualTo(2);
        assertKept("1: 2026-11-10 50.00", "2: 2026-12-10 40.00");
        Map<String, Long> kept = portfolio.everything();

        assertThat(portfolio.imported(file(FIRST, SECOND)).unchanged()).isEqualTo(2);
        assertThat(portfolio.imported(file(SECOND)).unchanged()).isEqualTo(1);

        kept.merge("import", 2L, Long::sum);
        assertThat(portfolio.everything()).isEqualTo(kept);
    }

    @Test
    void mayBeAddedLater() {
        portfolio.imported(file(FIRST));
        portfolio.imported(file(FIRST, SECOND));
        assertKept("1: 2026-11-10 50.00", "2: 2026-12-10 40.00");
        portfolio.imported(file(FIRST, SECOND, THIRD));
        assertKept("1: 2026-11-10 50.00", "2: 2026-12-10 40.00", "3: 2027-01-10 30.00");
    }

    /** Of the part that is refused nothing is taken away, and the others are not taken for it. */
    @Test
    void vanishNotAndAreNotDoubledWhateverTheirNumberIs() {
        String columns = HEADER + ",instalment\n";
        portfolio.imported(columns + FIRST + ",1/3\n" + SECOND + ",2 von 3\n" + THIRD + ",Rate 3\n");
        assertKept("1: 2026-11-10 50.00", "2: 2026-12-10 40.00", "3: 2027-01-10 30.00");
        for (String number : List.of("0", "-2", "46025", "99999999999", "zwei", "3/2")) {
            ImportResult result = portfolio.imported(
                    columns + FIRST + ",01\n" + SECOND + "," + number + "\n" + THIRD + ",3.0\n", SNAPSHOT);
            assertThat(result.rejected()).as(number).singleElement().satisfies(message -> {
                assertThat(message.line()).isEqualTo(3);
                assertThat(message.field()).isEqualTo("instalment");
            });
            assertThat(result.unchanged()).isEqualTo(2);
            assertKept("1: 2026-11-10 50.00", "2: 2026-12-10 40.00", "3: 2027-01-10 30.00");
        }
        portfolio.imported(columns + SECOND + ",2\n" + part("2027-02-10", "20.00") + ",1000\n");
        assertKept("1: 2026-11-10 50.00", "2: 2026-12-10 40.00", "3: 2027-01-10 30.00", "4: 2027-02-10 20.00");
        assertThat(portfolio
                        .imported(columns + FIRST + ",1\n" + FIRST + ",01\n")
                        .rejectedRows())
                .isEqualTo(1);
    }

    @Test
    void theOnlyOneOfAnInvoiceIsMovedByALoneRow() {
        portfolio.imported(file(FIRST));
        portfolio.imported(file(part("2026-11-20", "50.00")));
        assertKept("1: 2026-11-20 50.00");
    }

    @Test
    void theOnlyOneThatIsStillOwedIsMovedByALoneRow() {
        portfolio.imported(file(FIRST, SECOND));
        paid("2026-11-10");
        portfolio.imported(file(part("2026-12-20", "40.00")));
        assertKept("1: 2026-11-10 0.00", "2: 2026-12-20 40.00");
    }

    @Test
    void theOneThatNoOtherRowNamesIsMoved() {
        portfolio.imported(file(FIRST, SECOND, THIRD));
        portfolio.imported(file(FIRST, part("2026-12-20", "40.00"), THIRD));
        assertKept("1: 2026-11-10 50.00", "2: 2026-12-20 40.00", "3: 2027-01-10 30.00");
    }

    @Test
    void goToAPersonWhereALoneRowCouldMeanSeveral() {
        portfolio.imported(file(FIRST, SECOND));

        ImportResult result = portfolio.imported(file(part("2026-11-20", "50.00")));

        assertThat(result.rejected()).singleElement().satisfies(message -> {
            assertThat(message.field()).isEqualTo("due_date");
            assertThat(message.message()).contains("“R-1”", "column instalment");
        });
        assertKept("1: 2026-11-10 50.00", "2: 2026-12-10 40.00");
    }

    @Test
    void goToAPersonWhereAPaidInvoiceIsNamedWithAnotherDay() {
        portfolio.imported(file(FIRST));
        paid("2026-11-10");

        assertThat(portfolio.imported(file(SECOND)).rejectedRows()).isEqualTo(1);
        assertThat(portfolio.imported(numbered(SECOND, "2")).accepted()).isEqualTo(1);
        assertKept("1: 2026-11-10 0.00", "2: 2026-12-10 40.00");
    }

    @Test
    void areKnownByTheirNumbersWhereTheyAreGiven() {
        portfolio.imported(numbered(FIRST, "1", FIRST, "2"));
        assertKept("1: 2026-11-10 50.00", "2: 2026-11-10 50.00");

        ImportResult moved = portfolio.imported(numbered(part("2026-12-01", "50.00"), "2"));

        assertThat(moved.accepted()).isEqualTo(1);
        assertKept("1: 2026-11-10 50.00", "2: 2026-12-01 50.00");
    }

    @Test
    void areDuplicatesOnTheSameDay() {
        ImportResult result = portfolio.imported(file(FIRST, SECOND, part("2026-11-10", "9.00")));

        assertThat(result.rejected())
                .extracting(RowMessage::line, RowMessage::field)
                .containsExactly(tuple(4L, "invoice_id"));
        assertKept("1: 2026-11-10 50.00", "2: 2026-12-10 40.00");
    }

    @Test
    void areOfOneDebtor() {
        ImportResult result = portfolio.imported(
                file(FIRST, row("D-2", "R-1").replace("2026-11-10", "2026-12-10"), row("D-2", "R-2")));

        assertThat(result.rejected())
                .extracting(RowMessage::line, RowMessage::field)
                .containsExactly(tuple(3L, "invoice_id"));
    }

    @Test
    void areClearedOneByOneWhenACompleteListNoLongerNamesThem() {
        portfolio.imported(file(FIRST, SECOND, THIRD));

        ImportResult result = portfolio.imported(file(SECOND, THIRD), SNAPSHOT);

        assertThat(result.cleared()).isEqualTo(1);
        assertThat(portfolio.factsOf("OpenItemCleared")).containsEntry("dueDate", "2026-11-10");
        assertKept("1: 2026-11-10 0.00", "2: 2026-12-10 40.00", "3: 2027-01-10 30.00");
        portfolio.imported(file(part("2027-02-10", "1.00")), SNAPSHOT);
        assertKept("1: 2026-11-10 0.00", "2: 2026-12-10 40.00", "3: 2027-01-10 30.00");
    }

    @Test
    void areNotAskedForTwiceWhenTheyWerePutTogether() {
        portfolio.imported(file(FIRST, SECOND));
        String together = part("2026-12-10", "90.00");

        assertThat(portfolio.imported(file(together)).rejected())
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.field()).isEqualTo("amount");
                    assertThat(message.message()).contains("“R-1”", "twice", "SNAPSHOT");
                });
        assertKept("1: 2026-11-10 50.00", "2: 2026-12-10 40.00");

        assertThat(portfolio.imported(file(part("2026-12-10", "45.00"))).rejected())
                .isEmpty();
        portfolio.imported(file(part("2026-11-10", "0"), together));
        assertKept("1: 2026-11-10 0.00", "2: 2026-12-10 90.00");
    }

    @Test
    void mayBePutTogetherByACompleteList() {
        portfolio.imported(file(FIRST, SECOND));

        portfolio.imported(file(part("2026-12-10", "90.00")), SNAPSHOT);

        assertKept("1: 2026-11-10 0.00", "2: 2026-12-10 90.00");
    }

    @Test
    void areClearedByZero() {
        portfolio.imported(file(FIRST, SECOND));

        portfolio.imported(file(part("2026-11-10", "0"), SECOND));

        assertKept("1: 2026-11-10 0.00", "2: 2026-12-10 40.00");
    }

    @Test
    void ofWhatWasKeptAsOneInvoiceTakeItsPlace() {
        portfolio.imported(file(part("2026-11-10", "90.00")));
        portfolio.imported(file(FIRST, SECOND));
        assertKept("1: 2026-11-10 50.00", "2: 2026-12-10 40.00");
    }

    @Test
    void saysTheSameInADryRun() {
        portfolio.imported(file(FIRST, SECOND));
        String csv = file(part("2026-11-20", "50.00"), row("D-2", "R-2"), part("2027-03-01", "1.00"));
        ImportResult tried = portfolio.imported(csv, ImportOptions.DRY_RUN);
        ImportResult done = portfolio.imported(csv);
        assertThat(tried.rejected()).isEqualTo(done.rejected()).hasSize(2);
        assertThat(tried.accepted()).isEqualTo(done.accepted());
    }

    private static String part(String due, String amount) {
        return row("D-1", "R-1", amount).replace("2026-11-10", due);
    }

    private static String numbered(String... rowsAndNumbers) {
        StringBuilder csv = new StringBuilder(HEADER).append(",instalment\n");
        for (int i = 0; i < rowsAndNumbers.length; i += 2) {
            csv.append(rowsAndNumbers[i])
                    .append(',')
                    .append(rowsAndNumbers[i + 1])
                    .append('\n');
        }
        return csv.toString();
    }

    private void paid(String dueDate) {
        portfolio.execute("""
                insert into ledger_entry (account_id, open_item_id, kind, amount, value_date, booked_at, source)
                select account_id, id, 'PAYMENT', -open_amount, due_date, now(), 'API' from item_balance
                where due_date = '%s'""".formatted(dueDate));
    }

    private void assertKept(String... instalments) {
        assertThat(portfolio.strings("""
                        select instalment || ': ' || due_date || ' ' || open_amount from item_balance
                        where invoice_id = 'R-1' order by instalment""")).isEqualTo(List.of(instalments));
    }
}
