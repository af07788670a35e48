package dev.kulanz.intake;

import static dev.kulanz.intake.Portfolio.HEADER;
import static dev.kulanz.intake.Portfolio.file;
import static dev.kulanz.intake.Portfolio.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which instalment a row is where the file leaves room for doubt: beside a refused row, or with numbers for the first time. */
@IntakeTest
class InstalmentDoubtTests {

    private static final ImportOptions SNAPSHOT = new ImportOptions(false, ImportOptions.Mode.SNAPSHOT, true);
    private static final String NOVEMBER = part("2026-11-10", "50.00");
    private static final String DECEMBER = part("2026-12-10", "40.00");
    private static final String JANUARY = part("2027-01-10", "30.00");

    /** A step that says no day can't be taken over. */
    private static final String REFUSED = ",dunning-notice";

    @Autowired
    private Portfolio portfolio;

    @BeforeEach
    void empty() {
        portfolio.emptied();
    }

    @Test
    void aRefusedRowDoesNotLeaveItsPlaceToTheOnlyOtherRow() {
        portfolio.imported(file(NOVEMBER));

        ImportResult result = portfolio.imported(stepped(NOVEMBER + REFUSED, DECEMBER + ","));

        assertThat(result.rejected())
                .extracting(RowMessage::line, RowMessage::field)
                .containsExactly(tuple(2L, "last_reminder_on"), tuple(3L, "due_date"));
        assertThat(result.rejected().get(1).message()).contains("“R-1”", "2");
        assertKept("1: 2026-11-10 50.00");
    }

    @Test
    void aRefusedRowDoesNotLeaveItsPlaceToANewPart() {
        portfolio.imported(file(NOVEMBER, DECEMBER));
        paid("2026-12-10");

        assertThat(portfolio
                        .imported(stepped(NOVEMBER + REFUSED, JANUARY + ","))
                        .rejectedRows())
                .isEqualTo(2);

        assertKept("1: 2026-11-10 50.00", "2: 2026-12-10 0.00");
    }

    @Test
    void aRefusedRowIsNotClearedByTheZeroOfAnother() {
        portfolio.imported(file(NOVEMBER));

        portfolio.imported(stepped(NOVEMBER + REFUSED, part("2026-12-10", "0") + ","));

        assertKept("1: 2026-11-10 50.00");
    }

    @Test
    void besideARefusedRowWhatHasItsDayIsTaken() {
        portfolio.imported(file(NOVEMBER, DECEMBER));

        portfolio.imported(stepped(part("2026-11-10", "55.00") + ",", DECEMBER + REFUSED));

        assertKept("1: 2026-11-10 55.00", "2: 2026-12-10 40.00");
    }

    @Test
    void besideARefusedRowOfAnUnknownInvoiceTheOthersAreTaken() {
        assertThat(portfolio
                        .imported(stepped(NOVEMBER + REFUSED, DECEMBER + ","))
                        .rejectedRows())
                .isEqualTo(1);
        assertKept("1: 2026-12-10 40.00");
    }

    @Test
    void aNumberThatIsNewNamesThePartOfThisDay() {
        portfolio.imported(file(NOVEMBER, DECEMBER));
        String ids = ids();

        ImportResult result = portfolio.imported(numbered(NOVEMBER, "2", DECEMBER, "3"));

        assertThat(result.rejected()).isEmpty();
        assertKept("1: 2026-11-10 50.00", "2: 2026-12-10 40.00");
        assertThat(ids()).isEqualTo(ids);
        assertNumbers("2", "3");
        assertThat(portfolio.imported(numbered(NOVEMBER, "2", DECEMBER, "3")).unchanged())
                .isEqualTo(2);
        portfolio.imported(numbered(part("2026-11-20", "50.00"), "2"));
        assertKept("1: 2026-11-20 50.00", "2: 2026-12-10 40.00");
        assertNumbers("2", "3");
        portfolio.imported(file(DECEMBER));
        assertNumbers("2", "3");
    }

    @Test
    void aNumberThatIsNewInACompleteListStartsNothingAnew() {
        portfolio.imported(file(NOVEMBER));
        String ids = ids();

        assertThat(portfolio.imported(numbered(NOVEMBER, "2"), SNAPSHOT).cleared())
                .isZero();

        assertKept("1: 2026-11-10 50.00");
        assertThat(ids()).isEqualTo(ids);
    }

    @Test
    void aNumberThatIsNewWithAnotherDayGoesToAPerson() {
        portfolio.imported(file(NOVEMBER));

        assertThat(portfolio.imported(numbered(DECEMBER, "2")).rejected())
                .extracting(RowMessage::field)
                .containsExactly("due_date");
        assertKept("1: 2026-11-10 50.00");
        assertThat(portfolio.imported(numbered(NOVEMBER, "1", DECEMBER, "2")).rejected())
                .isEmpty();
        assertKept("1: 2026-11-10 50.00", "2: 2026-12-10 40.00");
        assertNumbers("1", "2");
    }

    @Test
    void numbersThatWereNeverCountedHereAreKeptAsTheyAre() {
        portfolio.imported(numbered(NOVEMBER, "3", DECEMBER, "4"));
        assertNumbers("3", "4");
        portfolio.imported(numbered(part("2026-12-20", "40.00"), "4"));
        assertKept("1: 2026-11-10 50.00", "2: 2026-12-20 40.00");
    }

    @Test
    void whatWasKeptAsOneIsSplitOnTheSameDayByNumbers() {
        portfolio.imported(file(part("2026-11-10", "100.00")));
        portfolio.imported(numbered(NOVEMBER, "1", NOVEMBER, "2"));
        assertKept("1: 2026-11-10 50.00", "2: 2026-11-10 50.00");
    }

    @Test
    void aPartWithANumberAndOneWithoutOnTheSameDayAreTheSame() {
        ImportResult result = portfolio.imported(numbered(NOVEMBER, "1", NOVEMBER, ""));

        assertThat(result.rejected())
                .extracting(RowMessage::line, RowMessage::field)
                .containsExactly(tuple(3L, "invoice_id"));
        assertKept("1: 2026-11-10 50.00");
    }

    @Test
    void aZeroClearsNoPartOfAnotherDay() {
        portfolio.imported(file(NOVEMBER));

        ImportResult result = portfolio.imported(file(part("2026-12-10", "0")));

        assertThat(result.rejected()).singleElement().satisfies(message -> assertThat(message.message())
                .contains("“R-1”", "column instalment"));
        assertKept("1: 2026-11-10 50.00");
        assertThat(portfolio.imported(file(part("2026-11-10", "0"))).rejected()).isEmpty();
        assertKept("1: 2026-11-10 0.00");
        assertThat(portfolio.imported(file(part("2026-12-10", "0"))).rejected()).isEmpty();
    }

    @Test
    void aZeroOfAnotherDayClearsNotTheOnlyPartThatIsOwed() {
        portfolio.imported(file(NOVEMBER, DECEMBER));
        paid("2026-11-10");

        assertThat(portfolio.imported(file(part("2027-01-10", "0"))).rejectedRows())
                .isEqualTo(1);
        assertKept("1: 2026-11-10 0.00", "2: 2026-12-10 40.00");
        portfolio.imported(numbered(part("2026-12-10", "40.00"), "2"));
        portfolio.imported(numbered(part("2027-01-10", "0"), "2"));
        assertKept("1: 2026-11-10 0.00", "2: 2026-12-10 0.00");
    }

    private static String part(String due, String amount) {
        return row("D-1", "R-1", amount).replace("2026-11-10", due);
    }

    private static String stepped(String... rows) {
        return HEADER + ",dunning_step\n" + String.join("\n", rows) + "\n";
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

    private String ids() {
        return portfolio
                .strings("select id::text from open_item where invoice_id = 'R-1' order by due_date")
                .toString();
    }

    private void assertKept(String... instalments) {
        assertThat(portfolio.strings("""
                        select instalment || ': ' || due_date || ' ' || open_amount from item_balance
                        where invoice_id = 'R-1' order by instalment""")).isEqualTo(List.of(instalments));
    }

    private void assertNumbers(String... numbers) {
        assertThat(portfolio.strings("""
                        select coalesce(given_instalment::text, '') from open_item
                        where invoice_id = 'R-1' order by instalment""")).isEqualTo(List.of(numbers));
    }
}
