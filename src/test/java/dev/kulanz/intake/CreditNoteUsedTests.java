package dev.kulanz.intake;

import static dev.kulanz.intake.Portfolio.HEADER;
import static dev.kulanz.intake.Portfolio.file;
import static dev.kulanz.intake.Portfolio.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kulanz.shared.Refusal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists of a creditor who sets a credit note off himself, in his own way, after it was set off here. */
@IntakeTest
class CreditNoteUsedTests {

    private static final ImportOptions LIST = list(AmountMeaning.UNSAID);

    @Autowired
    private Portfolio portfolio;

    @BeforeEach
    void empty() {
        portfolio.emptied();
    }

    @ParameterizedTest
    @EnumSource(AmountMeaning.class)
    void staysSetOffAgainstASecondInvoiceWhenAListTellsOfTheFirstUseOnly(AmountMeaning amounts) {
        portfolio.imported(
                file(row("D-1", "A", "60.00"), later("D-1", "B", "20.00"), row("D-1", "C", "-100.00")), list(amounts));
        setOff("C", "A", "60.00");
        String daily = file(later("D-1", "B", "20.00"), row("D-1", "C", "-40.00"));

        ImportResult told = portfolio.imported(daily, list(amounts));
        setOff("C", "B", "20.00");

        assertThat(portfolio.imported(daily, list(amounts)).accepted()).isZero();
        assertThat(told.warnings()).hasSize(amounts == AmountMeaning.UNSAID ? 1 : 0);
        assertOpen("A 0.00", "B 0.00");
        assertCredit("C 100.00 left 20.00");
    }

    @Test
    void endsOnceThoughItsZeroStandsThereTwice() {
        portfolio.imported(file(row("D-1", "C", "-30.00")));
        String twice = file(row("D-1", "C", "0"), row("D-1", "C", "0").replace("2026-11-10", "2026-12-10"));

        assertThat(portfolio.imported(twice).rejectedRows()).isEqualTo(1);
        assertCredit("C 0.00 left 0.00");
        assertThat(portfolio.imported(twice).accepted()).isZero();
    }

    @Test
    void staysSetOffAgainstASecondInvoiceInFilesOfChanges() {
        portfolio.imported(file(row("D-1", "A", "60.00"), later("D-1", "B", "20.00"), row("D-1", "C", "-100.00")));
        setOff("C", "A", "60.00");
        portfolio.imported(file(row("D-1", "C", "-40.00")));
        setOff("C", "B", "20.00");

        portfolio.imported(file(row("D-1", "C", "-40.00")));
        assertOpen("A 0.00", "B 0.00");
        portfolio.imported(file(later("D-1", "B", "20.00"), row("D-1", "C", "-40.00")));
        assertOpen("A 0.00", "B 0.00");
        portfolio.imported(file(later("D-1", "B", "20.00"), row("D-1", "C", "-30.00")));

        assertOpen("A 0.00", "B 0.00");
        assertCredit("C 90.00 left 10.00");
    }

    @Test
    void isSeenToBeARestThoughTheFirstFileThatSaysSoIsOlderThanTheSecondUse() {
        portfolio.imported(file(row("D-1", "A", "60.00"), later("D-1", "B", "20.00"), row("D-1", "C", "-100.00")));
        setOff("C", "A", "60.00");
        setOff("C", "B", "20.00");

        ImportResult result = portfolio.imported(file(row("D-1", "C", "-40.00")));

        assertThat(result.warnings()).hasSize(1);
        assertOpen("A 0.00", "B 0.00");
        assertCredit("C 100.00 left 20.00");
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "CHANGES, true, UNSAID",
        "CHANGES, false, UNSAID",
        "SNAPSHOT, true, UNSAID",
        "SNAPSHOT, false, UNSAID",
        "CHANGES, true, INVOICE",
        "SNAPSHOT, true, REMAINING"
    })
    void leavesItsInvoiceSettledWhenItIsListedWithNothing(
            ImportOptions.Mode mode, boolean invoiceToo, AmountMeaning amounts) {
        portfolio.imported(file(row("D-1", "R-1"), row("D-1", "G-1", "-100.00")));
        setOff("G-1", "R-1", "100.00");
        String zero = row("D-1", "G-1", "0");
        String csv = invoiceToo ? file(row("D-1", "R-1", "0"), zero) : file(zero);

        portfolio.imported(csv, new ImportOptions(false, mode, true, amounts, null));

        assertOpen("R-1 0.00");
        assertCredit("G-1 100.00 left 0.00");
    }

    /** A file of changes that names nothing else: used up, or taken back. */
    @ParameterizedTest
    @CsvSource({
        "UNSAID, R-1 0.00, G-1 100.00 left 0.00, CREDIT_USED_UP",
        "REMAINING, R-1 0.00, G-1 100.00 left 0.00,",
        "INVOICE, R-1 100.00, G-1 0.00 left 0.00,"
    })
    void isTakenBackByNothingWhereThisIsSaidToBeItsAmount(
            AmountMeaning amounts, String invoice, String note, @Nullable String remark) {
        portfolio.imported(file(row("D-1", "R-1"), row("D-1", "G-1", "-100.00")));
        setOff("G-1", "R-1", "100.00");

        ImportResult result = portfolio.imported(
                file(row("D-1", "G-1", "0")),
                new ImportOptions(false, ImportOptions.Mode.CHANGES, false, amounts, null));

        assertOpen(invoice);
        assertCredit(note);
        assertThat(result.warnings())
                .extracting(warning -> warning.said().key())
                .containsExactlyElementsOf(remark == null ? List.of() : List.of("import.remark." + remark));
    }

    @Test
    void endsWithNothingForTheInvoiceThatIsStillListed() {
        portfolio.imported(file(row("D-1", "R-1", "60.00"), row("D-1", "R-2", "30.00"), row("D-1", "G-1", "-100.00")));
        setOff("G-1", "R-1", "60.00");
        setOff("G-1", "R-2", "30.00");

        portfolio.imported(file(row("D-1", "R-1", "60.00"), row("D-1", "G-1", "0")), LIST);

        assertOpen("R-1 60.00", "R-2 0.00");
        assertCredit("G-1 30.00 left 0.00");
    }

    @ParameterizedTest
    @EnumSource(AmountMeaning.class)
    void isFreeAgainWhenItsInvoiceWasPaidElsewhere(AmountMeaning amounts) {
        portfolio.imported(file(row("D-1", "R-1"), row("D-1", "G-1", "-100.00")), list(amounts));
        setOff("G-1", "R-1", "100.00");
        String next = file(row("D-1", "G-1", "-100.00"), row("D-1", "R-2", "50.00"));

        ImportResult result = portfolio.imported(next, list(amounts));

        assertThat(result.cleared()).isEqualTo(1);
        assertThat(result.warnings())
                .extracting(RowMessage::message)
                .singleElement()
                .asString()
                .contains("100.00");
        assertOpen("R-1 0.00", "R-2 50.00");
        assertCredit("G-1 100.00 left 100.00");
        setOff("G-1", "R-2", "50.00");
        assertThat(portfolio.imported(next, list(amounts)).accepted()).isZero();
        assertOpen("R-1 0.00", "R-2 0.00");
        assertCredit("G-1 100.00 left 50.00");
    }

    @ParameterizedTest
    @EnumSource(ImportOptions.Mode.class)
    void isFreeAgainWhenItsInvoiceIsListedWithNothing(ImportOptions.Mode mode) {
        portfolio.imported(file(row("D-1", "R-1"), row("D-1", "G-1", "-30.00")));
        setOff("G-1", "R-1", "30.00");

        ImportResult result = portfolio.imported(
                file(row("D-1", "R-1", "0"), row("D-1", "G-1", "-30.00")), new ImportOptions(false, mode, false));

        assertThat(result.accepted()).isEqualTo(2);
        assertOpen("R-1 0.00");
        assertCredit("G-1 30.00 left 30.00");
        assertThat(portfolio.factsOf("OpenItemCleared")).containsEntry("amount", "100.00");
    }

    @Test
    void isFreeAgainOnlyAsFarAsTheListStillHasIt() {
        portfolio.imported(file(row("D-1", "A", "60.00"), row("D-1", "D", "30.00"), row("D-1", "C", "-100.00")));
        setOff("C", "A", "60.00");
        setOff("C", "D", "30.00");

        portfolio.imported(file(row("D-1", "C", "-40.00")), LIST);
        assertOpen("A 0.00", "D 0.00");
        assertCredit("C 100.00 left 40.00");
        portfolio.imported(file(row("D-1", "C", "-120.00")), LIST);

        assertOpen("A 0.00", "D 0.00");
        assertCredit("C 120.00 left 120.00");
    }

    @ParameterizedTest(name = "{0}: A {1}, C {2}")
    @CsvSource({
        "REMAINING, 100.00, -70.00, 30.00, 70.00",
        "REMAINING, 70.00, -70.00, 0.00, 70.00",
        "UNSAID, 100.00, -70.00, 30.00, 70.00",
        "UNSAID, 70.00, -70.00, 0.00, 70.00",
        "REMAINING, 100.00, -100.00, 0.00, 100.00"
    })
    void leavesOwedWhatTheCreditorUsedOfItElsewhere(
            AmountMeaning amounts, String a, String c, String open, String granted) {
        portfolio.imported(
                file(row("D-1", "A", "100.00"), later("D-1", "D", "30.00"), row("D-1", "C", "-100.00")), list(amounts));
        setOff("C", "A", "100.00");
        String next = file(row("D-1", "A", a), row("D-1", "C", c));

        portfolio.imported(next, list(amounts));

        assertOpen("A " + open, "D 0.00");
        assertCredit("C " + granted + " left 0.00");
        assertThat(portfolio.imported(next, list(amounts)).accepted()).isZero();
        assertOpen("A " + open, "D 0.00");
    }

    @ParameterizedTest(name = "of {0} in {1}: {2}")
    @CsvSource({"D-2, EUR, invoice_id", "D-1, CHF, currency"})
    void isNotEndedByARowOfSomebodyElseOrInAnotherCurrency(String debtor, String currency, String field) {
        portfolio.imported(file(row("D-1", "R-1"), row("D-1", "G-1", "-30.00"), row("D-2", "R-2")));
        setOff("G-1", "R-1", "30.00");
        long entries = portfolio.count("ledger_entry");

        ImportResult result = portfolio.imported(file(row(debtor, "G-1", "0").replace("EUR", currency)));

        assertThat(result.rejected()).extracting(RowMessage::field).containsExactly(field);
        assertThat(portfolio.count("ledger_entry")).isEqualTo(entries);
        assertCredit("G-1 30.00 left 0.00");
    }

    @ParameterizedTest(name = "{0} paid, {1} of it known: {2} open")
    @CsvSource({
        "20.00, 0, 50.00", // less than the credit note: none of it is that
        "0.01, 0, 69.99",
        "20.00, 20.00, 50.00",
        "30.00, 0, 70.00",
        "50.00, 20.00, 50.00",
        "100.00, 0, 0.00"
    })
    void isNotWhatAFileOfChangesThatDoesNotNameItCallsPaid(String paid, String known, String open) {
        portfolio.imported(file(row("D-1", "R-1"), row("D-1", "G-1", "-30.00")));
        setOff("G-1", "R-1", "30.00");
        if (!known.equals("0")) {
            portfolio.execute("""
                    insert into ledger_entry (account_id, open_item_id, kind, amount, value_date, booked_at, source)
                    select account_id, id, 'PAYMENT', -%s, due_date, now(), 'API' from open_item""".formatted(known));
        }
        String csv = HEADER + ",paid\n" + row("D-1", "R-1") + "," + paid + "\n";

        assertThat(portfolio.imported(csv).rejected()).isEmpty();
        assertOpen("R-1 " + open);
        assertThat(portfolio.imported(csv).unchanged()).isEqualTo(1);
        assertOpen("R-1 " + open);
    }

    @Test
    void isAskedAboutWhereWhatWasPaidMayContainIt() {
        portfolio.imported(file(row("D-1", "R-1"), row("D-1", "G-1", "-30.00")));
        setOff("G-1", "R-1", "30.00");
        String csv = HEADER + ",paid\n" + row("D-1", "R-1") + ",50.00\n";

        ImportResult result = portfolio.imported(csv);

        assertThat(result.rejected()).singleElement().satisfies(message -> {
            assertThat(message.field()).isEqualTo("paid");
            assertThat(message.message()).contains("“R-1”", "credit note", "open_amount");
        });
        assertThat(portfolio.strings("select reason from person_block")).containsExactly("UNCLEAR_PAYMENT");
        assertOpen("R-1 70.00");
        assertThat(portfolio.imported(csv + row("D-1", "G-1", "-30.00") + ",\n").rejected())
                .isEmpty();
        assertOpen("R-1 20.00");
        portfolio.imported(csv.replace(",paid", ",open_amount"));
        assertOpen("R-1 20.00");
    }

    @Test
    void thatWasTakenBackIsNotAmongWhatIsPaid() {
        portfolio.imported(file(row("D-1", "R-1"), row("D-1", "G-1", "-30.00")));
        setOff("G-1", "R-1", "30.00");
        portfolio.imported(file(row("D-1", "R-1"), row("D-1", "G-1", "0")));

        portfolio.imported(HEADER + ",paid\n" + row("D-1", "R-1") + ",40.00\n");

        assertOpen("R-1 60.00");
    }

    @Test
    void staysSetOffAgainstOneInstalmentWhenTheOtherIsSettled() {
        String header = HEADER + ",instalment\n";
        portfolio.imported(header + row("D-1", "R-1", "50.00") + ",1\n" + later("D-1", "R-1", "50.00") + ",2\n"
                + row("D-1", "G-1", "-50.00") + ",\n");
        setOff("G-1", "R-1", "50.00");

        portfolio.imported(header + later("D-1", "R-1", "50.00") + ",2\n" + row("D-1", "G-1", "0") + ",\n", LIST);

        assertOpen("R-1 0.00", "R-1 50.00");
    }

    @Test
    void isReadAsLoweredAgainWhenItIsSaidSo() {
        portfolio.imported(file(row("D-1", "R-1", "70.00"), row("D-1", "G-1", "-100.00")));
        setOff("G-1", "R-1", "70.00");
        portfolio.imported(file(row("D-1", "G-1", "-30.00")));

        portfolio.imported(
                file(row("D-1", "G-1", "-60.00")),
                new ImportOptions(false, ImportOptions.Mode.CHANGES, false, AmountMeaning.INVOICE, null));

        assertOpen("R-1 10.00");
        assertCredit("G-1 60.00 left 0.00");
    }

    @Test
    void endsOnlyAfterAQuestionWhereAListNamesHardlyAnyMore() {
        String[] both = IntStream.range(0, 8)
                .mapToObj(i -> List.of(row("D-" + i, "R-" + i), row("D-" + i, "G-" + i, "-100.00")))
                .flatMap(List::stream)
                .toArray(String[]::new);
        portfolio.imported(file(both));
        IntStream.range(0, 8).forEach(i -> setOff("G-" + i, "R-" + i, "100.00"));
        String filtered = file(
                IntStream.range(0, 8).mapToObj(i -> row("D-" + i, "R-" + i)).toArray(String[]::new));

        assertThatThrownBy(() ->
                        portfolio.imported(filtered, new ImportOptions(false, ImportOptions.Mode.SNAPSHOT, false)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("8 of the 8 credit notes")
                .hasMessageContaining("confirm=true");
        assertThat(portfolio.imported(filtered, LIST).creditsEnded()).isEqualTo(8);
    }

    private static ImportOptions list(AmountMeaning amounts) {
        return new ImportOptions(false, ImportOptions.Mode.SNAPSHOT, true, amounts, null);
    }

    private static String later(String debtor, String invoice, String amount) {
        return row(debtor, invoice, amount).replace("2026-11-10", "2026-12-10");
    }

    /** As is done here with what is overdue: so much of this note for this invoice, its first instalment. */
    private void setOff(String note, String invoice, String amount) {
        portfolio.execute("""
                insert into ledger_entry (account_id, open_item_id, credit_note_id, kind, amount, value_date, booked_at, source)
                select n.account_id, side.item, n.id, 'CREDIT', side.amount, now(), now(), 'CREDIT'
                from credit_note n
                join open_item i on i.account_id = n.account_id and i.invoice_id = '%2$s' and i.instalment = 1
                cross join lateral (values (null, %3$s), (i.id, -%3$s)) as side (item, amount)
                where n.number = '%1$s'""".formatted(note, invoice, amount));
    }

    private void assertOpen(String... invoices) {
        assertThat(portfolio.strings(
                        "select invoice_id || ' ' || open_amount from item_balance order by invoice_id, instalment"))
                .contains(invoices);
    }

    private void assertCredit(String... notes) {
        assertThat(portfolio.strings(
                        "select number || ' ' || granted || ' left ' || unused from credit_balance order by number"))
                .containsExactly(notes);
    }
}
