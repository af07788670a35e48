package dev.kulanz.intake;

import static dev.kulanz.intake.Portfolio.HEADER;
import static dev.kulanz.intake.Portfolio.file;
import static dev.kulanz.intake.Portfolio.fileWith;
import static dev.kulanz.intake.Portfolio.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A row with a negative amount is a credit note, known by its own number. */
@IntakeTest
class CreditNoteTests {

    private static final ImportOptions SNAPSHOT = new ImportOptions(false, ImportOptions.Mode.SNAPSHOT, true);

    @Autowired
    private Portfolio portfolio;

    @BeforeEach
    void empty() {
        portfolio.emptied();
    }

    @Test
    void takesOneBesideItsInvoiceAndBooksTheSameAgainNever() {
        String file = file(row("D-1", "G-1", "-20.00"), row("D-1", "R-1"));

        ImportResult first = portfolio.imported(file);
        Map<String, Long> kept = portfolio.everything();
        ImportResult again = portfolio.imported(file);

        assertThat(first.rejected()).isEmpty();
        assertThat(first.warnings()).isEmpty();
        assertThat(first.accepted()).isEqualTo(2);
        assertThat(first.credits()).isEqualTo(1);
        assertThat(notes()).containsExactly("G-1 20.00 left 20.00");
        assertThat(portfolio.factsOf("CreditNoteAdded"))
                .containsEntry("creditNote", "G-1")
                .containsEntry("amount", "20.00");
        assertThat(again.unchanged()).isEqualTo(2);
        kept.merge("import", 1L, Long::sum);
        assertThat(portfolio.everything()).isEqualTo(kept);
    }

    @ParameterizedTest(name = "{0} instead of 20.00")
    @CsvSource({"-25.00, 25.00", "-5.00, 5.00", "0, 0.00"})
    void isBroughtToWhatALaterFileSays(String amount, String granted) {
        portfolio.imported(file(row("D-1", "G-1", "-20.00")));

        assertThat(portfolio.imported(file(row("D-1", "G-1", amount))).accepted())
                .isEqualTo(1);
        assertThat(notes()).containsExactly("G-1 " + granted + " left " + granted);
        assertThat(portfolio.imported(file(row("D-1", "G-1", amount))).accepted())
                .isZero();
    }

    @Test
    void endsWhenACompleteListNoLongerNamesIt() {
        portfolio.imported(file(row("D-1", "G-1", "-20.00"), row("D-2", "G-2", "-30.00"), row("D-3", "R-3")));

        ImportResult result = portfolio.imported(file(row("D-2", "G-2", "-30.00"), row("D-3", "R-3")), SNAPSHOT);

        assertThat(result.creditsEnded()).isEqualTo(1);
        assertThat(notes()).containsExactly("G-1 0.00 left 0.00", "G-2 30.00 left 30.00");
        assertThat(portfolio.factsOf("CreditNoteEnded")).containsEntry("oldAmount", "20.00");
        assertThat(portfolio
                        .imported(file(row("D-2", "G-2", "-30.00"), row("D-3", "R-3")), SNAPSHOT)
                        .creditsEnded())
                .isZero();
    }

    @Test
    void staysWhileARefusedRowNamesIt() {
        portfolio.imported(file(row("D-1", "G-1", "-20.00")));

        portfolio.imported(file(row("D-1", "G-1", "-2.001"), row("D-3", "R-3")), SNAPSHOT);

        assertThat(notes()).containsExactly("G-1 20.00 left 20.00");
    }

    @Test
    void holdsTheInvoicesOfItsDebtorWhileItIsRefused() {
        portfolio.imported(file(row("D-9", "G-1", "-20.00")));

        ImportResult result =
                portfolio.imported(file(row("D-1", "R-1"), row("D-1", "G-1", "-100.00"), row("D-2", "R-2")));

        assertThat(result.accepted()).isEqualTo(1);
        assertThat(result.rejected())
                .extracting(RowMessage::line, RowMessage::field)
                .containsExactly(tuple(2L, "debtor_id"), tuple(3L, "invoice_id"));
        assertThat(result.rejected().get(0).message()).contains("line 3");
    }

    @Test
    void holdsTheInvoicesOfItsDebtorWhileItCanNotBeReadOtherwise() {
        ImportResult result = portfolio.imported(
                file(row("D-1", "R-1"), row("D-1", "G-1", "-100.00").replace("2026-10-27", "27.13.2026")));

        assertThat(result.accepted()).isZero();
        assertThat(result.rejected())
                .extracting(RowMessage::line, RowMessage::field)
                .containsExactly(tuple(2L, "debtor_id"), tuple(3L, "invoice_date"));
    }

    @ParameterizedTest(name = "of {0} in {1}: {2}")
    @CsvSource({"D-9, EUR, belongs to another debtor", "D-1, CHF, is in another currency"})
    void isRefusedForAnInvoiceOfSomebodyElseOrInAnotherCurrency(String debtor, String currency, String why) {
        portfolio.imported(file(row(debtor, "R-1").replace("EUR", currency)));

        ImportResult result = portfolio.imported(crediting("G-1", "-20.00", "R-1"));

        assertThat(result.rejected()).singleElement().satisfies(message -> {
            assertThat(message.field()).isEqualTo("credits_invoice");
            assertThat(message.message()).contains("“R-1”", why);
        });
        assertThat(notes()).isEmpty();
    }

    @Test
    void saysThatItsInvoiceIsNotKnownYet() {
        ImportResult result = portfolio.imported(crediting("G-1", "-20.00", "R-1"));

        assertThat(result.accepted()).isEqualTo(1);
        assertThat(result.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.field()).isEqualTo("credits_invoice");
            assertThat(warning.message()).contains("“R-1” is not known here");
        });
        assertThat(portfolio.imported(crediting("G-1", "-20.00", "R-1")).warnings())
                .isEmpty();
    }

    @Test
    void mayBearTheNumberOfItsInvoice() {
        ImportResult result = portfolio.imported(file(row("D-1", "R-1"), row("D-1", "R-1", "-20.00")));

        assertThat(result.rejected()).isEmpty();
        assertThat(result.warnings()).extracting(RowMessage::line).containsExactly(3L);
        assertThat(notes()).containsExactly("R-1 20.00 left 20.00");
        assertThat(portfolio.balance("R-1")).isEqualByComparingTo("100.00");
    }

    @Test
    void isRefusedWhenItIsThereTwice() {
        ImportResult result = portfolio.imported(file(row("D-1", "G-1", "-20.00"), row("D-1", "G-1", "-20.00")));

        assertThat(result.rejected()).extracting(RowMessage::line).containsExactly(3L);
        assertThat(notes()).containsExactly("G-1 20.00 left 20.00");
    }

    @Test
    void needsNoDueDate() {
        assertThat(portfolio
                        .imported(fileWith(Map.of("amount", "-12,50", "due_date", "")))
                        .accepted())
                .isEqualTo(1);
        assertThat(notes()).containsExactly("R-1 12.50 left 12.50");
    }

    @ParameterizedTest(name = "paid {0}")
    @CsvSource({"-5.00, 15.00", "0, 20.00", "'', 20.00"})
    void isWhatIsLeftOfItAfterWhatWasPaidOut(String paid, String granted) {
        portfolio.imported(fileWith(Map.of("amount", "-20.00", "paid", paid)));

        assertThat(notes()).containsExactly("R-1 " + granted + " left " + granted);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({"-20.00, paid, 5.00", "-20.00, paid, -20.01", "20.00, credits_invoice, R-9"})
    void isRefusedWhereItCouldBeReadInTwoWays(String amount, String field, String value) {
        ImportResult result = portfolio.imported(fileWith(Map.of("amount", amount, field, value)));

        assertThat(result.rejected()).extracting(RowMessage::field).containsExactly(field);
        assertThat(portfolio.count("open_item")).isZero();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"amount,-2O.00", "amount,20..00-", "credits_invoice,R-1"})
    void isNotAskedForADayWhereOnlyItsAmountCanNotBeRead(String field, String value) {
        Map<String, String> written = new HashMap<>(Map.of("amount", "2O.00", "due_date", ""));
        written.put(field, value);

        assertThat(portfolio.imported(fileWith(written)).rejected())
                .extracting(RowMessage::field)
                .containsExactly("amount");
    }

    @Test
    void isAskedForADayWhereNothingTellsThatItIsOne() {
        assertThat(portfolio
                        .imported(fileWith(Map.of("amount", "2O.00", "due_date", "")))
                        .rejected())
                .extracting(RowMessage::field)
                .containsExactly("due_date", "amount");
    }

    @Test
    void leavesOutWhatIsSaidOfReminders() {
        ImportResult result = portfolio.imported(
                fileWith(Map.of("amount", "-20.00", "dunning_step", "Mahnung", "last_reminder_on", "2026-11-20")));

        assertThat(result.warnings()).extracting(RowMessage::field).containsExactly("amount");
        assertThat(portfolio.count("notice")).isZero();
    }

    @Test
    void isTakenWhereARowBesideItSaysNothing() {
        portfolio.imported(file(row("D-1", "G-1", "-70.00")));

        ImportResult result = portfolio.imported(file(row("D-1", "G-1", "0"), row("D-1", "G-1", "-50.00")));

        assertThat(result.rejected())
                .extracting(RowMessage::line, RowMessage::field)
                .containsExactly(tuple(2L, "amount"));
        assertThat(notes()).containsExactly("G-1 50.00 left 50.00");
    }

    @Test
    void doesNotEndWhereTheRowBesideTheOneWithNothingIsRefused() {
        portfolio.imported(file(row("D-1", "G-1", "-70.00")));

        ImportResult result = portfolio.imported(file(row("D-1", "G-1", "0"), row("D-1", "G-1", "-50.001")));

        assertThat(result.rejected()).extracting(RowMessage::line).containsExactly(2L, 3L);
        assertThat(notes()).containsExactly("G-1 70.00 left 70.00");
    }

    @Test
    void clearsAnInvoiceOfWhichNothingIsOpenAnyMore() {
        portfolio.imported(file(row("D-1", "R-1")));

        ImportResult result = portfolio.imported(file(row("D-1", "R-1", "0.00")));

        assertThat(result.accepted()).isEqualTo(1);
        assertThat(result.cleared()).isZero();
        assertThat(result.warnings())
                .singleElement()
                .extracting(RowMessage::message)
                .asString()
                .contains("counts as cleared");
        assertThat(portfolio.balance("R-1")).isEqualByComparingTo("0");
        assertThat(portfolio.factsOf("OpenItemCleared")).containsEntry("amount", "100.00");
        assertThat(portfolio.imported(file(row("D-1", "R-1", "0.00"))).unchanged())
                .isEqualTo(1);
    }

    @Test
    void saysTheSameInADryRun() {
        String csv = file(row("D-1", "R-1"), row("D-1", "R-1", "-20.00"), row("D-2", "G-2", "-1"));
        ImportResult tried = portfolio.imported(csv, ImportOptions.DRY_RUN);
        assertThat(portfolio.count("credit_note")).isZero();

        ImportResult done = portfolio.imported(csv);

        assertThat(tried.accepted()).isEqualTo(done.accepted());
        assertThat(tried.credits()).isEqualTo(done.credits()).isEqualTo(2);
        assertThat(tried.warnings()).isEqualTo(done.warnings());
    }

    private static String crediting(String number, String amount, String invoice) {
        return HEADER + ",credits_invoice\n" + row("D-1", number, amount) + "," + invoice + "\n";
    }

    private List<String> notes() {
        return portfolio.strings(
                "select number || ' ' || granted || ' left ' || unused from credit_balance order by number");
    }
}
