package dev.kulanz.intake;

import static dev.kulanz.intake.Portfolio.file;
import static dev.kulanz.intake.Portfolio.fileWith;
import static dev.kulanz.intake.Portfolio.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists of open items that name what is left, and invoices that became lower. */
@IntakeTest
class RemainingAmountTests {

    private static final ImportOptions REMAINING =
            new ImportOptions(false, ImportOptions.Mode.CHANGES, false, AmountMeaning.REMAINING, null);
    private static final ImportOptions INVOICE =
            new ImportOptions(false, ImportOptions.Mode.CHANGES, false, AmountMeaning.INVOICE, null);

    @Autowired
    private Portfolio portfolio;

    @BeforeEach
    void empty() {
        portfolio.emptied();
    }

    @Test
    void areReadAsSuchWhenTheyFellByWhatWasPaidHere() {
        portfolio.imported(file(row("D-1", "R-1", "100.00")));
        paid("40.00");

        ImportResult result = portfolio.imported(file(row("D-1", "R-1", "60.00")));

        assertOpen("60.00");
        assertThat(result.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.field()).isEqualTo("amount");
            assertThat(warning.message()).contains("“R-1”", "40.00", "was read as what is left of it");
        });
        assertThat(portfolio.value("select original_amount::text from item_balance", String.class))
                .isEqualTo("100.00");
        assertThat(portfolio.imported(file(row("D-1", "R-1", "60.00"))).unchanged())
                .isEqualTo(1);
        assertOpen("60.00");
    }

    @ParameterizedTest(name = "list of {0}: {1} open")
    @CsvSource({"50.00, 50.00", "60.00, 50.00", "100.00, 50.00", "45.00, 45.00"})
    void mayBeOlderThanTheLastPayment(String listed, String open) {
        portfolio.imported(file(row("D-1", "R-1", "100.00")));
        paid("40.00");
        portfolio.imported(file(row("D-1", "R-1", "60.00")));
        paid("10.00");

        portfolio.imported(file(row("D-1", "R-1", listed)));
        assertOpen(open);
        portfolio.imported(file(row("D-1", "R-1", listed)));
        assertOpen(open);
    }

    @Test
    void areSeenThoughTheListKnowsOnlyTheFirstOfTwoPayments() {
        portfolio.imported(file(row("D-1", "R-1", "100.00")));
        paid("40.00");
        paid("10.00");

        portfolio.imported(file(row("D-1", "R-1", "60.00")));

        assertOpen("50.00");
    }

    @Test
    void areTheInvoicesAmountsWhereTheyFellBySomethingElse() {
        portfolio.imported(file(row("D-1", "R-1", "100.00")));
        paid("40.00");

        ImportResult result = portfolio.imported(file(row("D-1", "R-1", "70.00")));

        assertOpen("30.00");
        assertThat(result.warnings())
                .singleElement()
                .extracting(RowMessage::message)
                .asString()
                .contains("was read as the invoice's full amount");
    }

    @Test
    void areNotSeenInAnAmountThatTheInvoiceHadBeforeItBecameHigher() {
        portfolio.imported(file(row("D-1", "R-1", "60.00")));
        portfolio.imported(file(row("D-1", "R-1", "100.00")));
        paid("20.00");

        ImportResult result = portfolio.imported(file(row("D-1", "R-1", "60.00")));

        assertOpen("40.00");
        assertThat(result.warnings())
                .singleElement()
                .extracting(RowMessage::message)
                .asString()
                .contains("was read as the invoice's full amount");
    }

    @Test
    void areNotSeenInWhatAPaymentLeftThatCameBack() {
        portfolio.imported(file(row("D-1", "R-1", "100.00")));
        String payment = "b7f0c9a4-4b52-4c44-9d51-6f1c6a3f0001";
        paid("40.00", "'" + payment + "'", "API");
        paid("-40.00", "'" + payment + "'", "RETURN");
        paid("30.00");

        portfolio.imported(file(row("D-1", "R-1", "60.00")));

        assertOpen("30.00");
    }

    @Test
    void areSeenThoughAPaymentBetweenCameBack() {
        portfolio.imported(file(row("D-1", "R-1", "100.00")));
        String payment = "b7f0c9a4-4b52-4c44-9d51-6f1c6a3f0001";
        paid("40.00", "'" + payment + "'", "API");
        paid("10.00");
        paid("-40.00", "'" + payment + "'", "RETURN");
        paid("20.00");

        portfolio.imported(file(row("D-1", "R-1", "90.00")));

        assertOpen("70.00");
    }

    @Test
    void areSeenAfterThePriceBecameHigher() {
        portfolio.imported(file(row("D-1", "R-1", "60.00")));
        paid("20.00");
        portfolio.imported(file(row("D-1", "R-1", "100.00")));
        paid("10.00");

        portfolio.imported(file(row("D-1", "R-1", "80.00")));

        assertOpen("70.00");
    }

    @Test
    void areAskedAboutWhereAnEarlierRestAndAPaymentAreNamed() {
        portfolio.imported(file(row("D-1", "R-1", "100.00")));
        paid("40.00");
        paid("10.00");

        ImportResult result = portfolio.imported(fileWith(Map.of("amount", "60.00", "paid", "40.00")));

        assertThat(result.rejected()).extracting(RowMessage::field).containsExactly("amount");
        assertThat(portfolio.strings("select reason from person_block")).containsExactly("UNCLEAR_PAYMENT");
        assertOpen("50.00");
    }

    @Test
    void doNotUndoWhatWasPaidSinceAListTookSomethingOff() {
        portfolio.imported(file(row("D-1", "R-1", "100.00")), REMAINING);
        portfolio.imported(file(row("D-1", "R-1", "80.00")), REMAINING);
        paid("10.00");

        portfolio.imported(file(row("D-1", "R-1", "80.00")), REMAINING);
        assertOpen("70.00");
        portfolio.imported(file(row("D-1", "R-1", "90.00")), REMAINING);
        assertOpen("80.00");
        portfolio.imported(file(row("D-1", "R-1", "90.00")), REMAINING);
        assertOpen("80.00");
    }

    @Test
    void areNotSpokenOfWhereNothingWasPaid() {
        portfolio.imported(file(row("D-1", "R-1", "100.00")));

        assertThat(portfolio.imported(file(row("D-1", "R-1", "60.00"))).warnings())
                .isEmpty();
        assertOpen("60.00");
    }

    @Test
    void areAskedAboutWhereBothReadingsFit() {
        portfolio.imported(file(row("D-1", "R-1", "100.00")));
        paid("40.00");
        String csv = fileWith(Map.of("amount", "60.00", "paid", "40.00"));

        ImportResult result = portfolio.imported(csv);

        assertThat(result.rejected()).singleElement().satisfies(message -> {
            assertThat(message.field()).isEqualTo("amount");
            assertThat(message.message()).contains("open_amount", "amounts=INVOICE");
        });
        assertOpen("60.00");
        portfolio.imported(csv, REMAINING);
        assertOpen("60.00");
        portfolio.imported(csv, INVOICE);
        assertOpen("20.00");
        assertThat(portfolio.imported(csv).unchanged()).isEqualTo(1);
        assertOpen("20.00");
    }

    @ParameterizedTest(name = "100, paid 40, list of {0}: {1} open")
    @CsvSource({"60.00, 60.00", "100.00, 60.00", "55.00, 55.00", "120.00, 80.00"})
    void areWhatTheRequestSays(String listed, String open) {
        portfolio.imported(file(row("D-1", "R-1", "100.00")), REMAINING);
        paid("40.00");

        portfolio.imported(file(row("D-1", "R-1", listed)), REMAINING);
        assertOpen(open);
        portfolio.imported(file(row("D-1", "R-1", listed)), REMAINING);
        assertOpen(open);
    }

    @Test
    void mayRiseAgainByWhatAListHadTakenOff() {
        portfolio.imported(file(row("D-1", "R-1", "100.00")), REMAINING);
        portfolio.imported(file(row("D-1", "R-1", "30.00")), REMAINING);
        assertOpen("30.00");

        portfolio.imported(file(row("D-1", "R-1", "80.00")), REMAINING);

        assertOpen("80.00");
        assertThat(portfolio.factsOf("OpenItemChanged")).containsEntry("reopened", "50.00");
    }

    @Test
    void areTheOnlyAmountThatAFileNeedsToName() {
        portfolio.imported(file(row("D-1", "R-1", "100.00")));
        paid("40.00");

        ImportResult result =
                portfolio.imported(file(row("D-1", "R-1", "60.00")).replace(",amount,", ",open_amount,"));

        assertThat(result.rejected()).isEmpty();
        assertThat(result.warnings()).isEmpty();
        assertOpen("60.00");
    }

    @ParameterizedTest(name = "100.00, {0} of it open, {1} paid: {2}")
    @CsvSource({"60.00, '', 60.00", "60.00, 40.00, 60.00", "0, '', 0", "100.00, 0, 100.00"})
    void sayBesideTheInvoicesAmountWhatWasPaid(String left, String paid, String open) {
        portfolio.imported(fileWith(Map.of("amount", "100.00", "open_amount", left, "paid", paid)));
        assertOpen(open);
    }

    @ParameterizedTest(name = "100.00, {0} of it open, {1} paid")
    @CsvSource({"100.01, ''", "-1, ''", "60.00, 30.00"})
    void areRefusedWhereTheyContradictTheInvoicesAmount(String left, String paid) {
        ImportResult result =
                portfolio.imported(fileWith(Map.of("amount", "100.00", "open_amount", left, "paid", paid)));
        assertThat(result.rejected()).extracting(RowMessage::field).containsExactly("open_amount");
    }

    @ParameterizedTest(name = "credit note of 100, 70 used here; {0} instead")
    @CsvSource({"-30.00, 100.00", "-100.00, 100.00", "-60.00, 60.00"})
    void ofACreditNoteAreSeenInTheSameWay(String amount, String granted) {
        portfolio.imported(file(row("D-1", "R-1", "70.00"), row("D-1", "G-1", "-100.00")));
        portfolio.execute("""
                insert into ledger_entry (account_id, open_item_id, credit_note_id, kind, amount, value_date, booked_at, source)
                select n.account_id, side.item, n.id, 'CREDIT', side.amount, now(), now(), 'CREDIT'
                from credit_note n, open_item i
                cross join lateral (values (null, 70.00), (i.id, -70.00)) as side (item, amount)""");

        ImportResult result = portfolio.imported(file(row("D-1", "G-1", amount)));

        assertThat(portfolio.value("select granted::text from credit_balance", String.class))
                .isEqualTo(granted);
        assertThat(result.warnings()).hasSize(amount.equals("-30.00") ? 1 : 0);
        assertThat(portfolio.balance("R-1")).isEqualByComparingTo(amount.equals("-60.00") ? "10.00" : "0");
    }

    private void assertOpen(String amount) {
        assertThat(portfolio.balance("R-1")).isEqualByComparingTo(amount);
    }

    private void paid(String amount) {
        paid(amount, "null", "API");
    }

    private void paid(String amount, String payment, String source) {
        portfolio.execute("""
                insert into ledger_entry (account_id, open_item_id, payment_id, kind, amount, value_date, booked_at, source)
                select account_id, id, %s, 'PAYMENT', -(%s), due_date, now(), '%s' from open_item""".formatted(payment, amount, source));
    }
}
