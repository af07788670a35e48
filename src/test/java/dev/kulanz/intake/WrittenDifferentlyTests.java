package dev.kulanz.intake;

import static dev.kulanz.intake.Portfolio.file;
import static dev.kulanz.intake.Portfolio.fileWith;
import static dev.kulanz.intake.Portfolio.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.receivables.ContactPoint;
import dev.kulanz.receivables.ContactPoints;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The same thing written differently is the same thing, or is refused with the reason; nobody is reminded twice of it. */
@IntakeTest
class WrittenDifferentlyTests {

    private static final ImportOptions SNAPSHOT = new ImportOptions(false, ImportOptions.Mode.SNAPSHOT, false);

    private final Portfolio portfolio;
    private final ContactPoints contactPoints;

    @Autowired
    WrittenDifferentlyTests(Portfolio portfolio, ContactPoints contactPoints) {
        this.portfolio = portfolio;
        this.contactPoints = contactPoints;
    }

    @BeforeEach
    void empty() {
        portfolio.emptied();
    }

    @ParameterizedTest
    @CsvSource({"0004711,4711", "4711,0004711", "04711,004711"})
    void refusesADebtorWhoseIdLostItsZeros(String kept, String written) {
        portfolio.imported(file(olaf(kept, "R-1", "120.00")));

        ImportResult result = portfolio.imported(file(olaf(written, "R-2", "30.00"), olaf(written, "R-3", "5.00")));

        assertThat(result.rejected())
                .extracting(RowMessage::line, RowMessage::field)
                .containsExactly(tuple(2L, "debtor_id"), tuple(3L, "debtor_id"));
        assertThat(result.rejected().get(0).message()).contains("“" + written + "”", "“" + kept + "”", "spreadsheet");
        assertThat(portfolio.strings("select external_id from debtor")).containsExactly(kept);
        assertThat(portfolio.count("open_item")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0000090001,90001", "90001,0000090001"})
    void refusesAnInvoiceWhoseNumberLostItsZeros(String kept, String written) {
        portfolio.imported(file(row("D-1", kept)));

        ImportResult result = portfolio.imported(file(row("D-1", written), row("D-1", "R-2")));

        assertThat(result.rejected()).singleElement().satisfies(refused -> {
            assertThat(refused.field()).isEqualTo("invoice_id");
            assertThat(refused.message()).contains("“" + written + "”", "“" + kept + "”");
        });
        assertThat(result.accepted()).isEqualTo(1);
        assertThat(portfolio.strings("select invoice_id from open_item order by 1"))
                .containsExactlyInAnyOrder(kept, "R-2");
    }

    @Test
    void refusesTheShorterOfTwoIdsInOneFile() {
        ImportResult result = portfolio.imported(file(
                olaf("4711", "R-1", "120.00"),
                olaf("0004711", "R-2", "30.00"),
                row("D-1", "900"),
                row("D-1", "0900"),
                row("D-1", "00900")));

        assertThat(result.rejected())
                .extracting(RowMessage::line, RowMessage::field)
                .containsExactly(tuple(2L, "debtor_id"), tuple(4L, "invoice_id"), tuple(5L, "invoice_id"));
        assertThat(result.rejected().get(0).message()).contains("“0004711”");
        assertThat(portfolio.strings("select external_id from debtor order by 1"))
                .containsExactly("0004711", "D-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Olga Anders|olaf@example.com|R-9|2026-11-11|8", // the mailbox
                "Olga Anders|olga@example.com|00R-1|2026-11-11|8", // the invoice
                "Olga Anders|olga@example.com|R-9|2026-11-10|120.00", // amount and day
                "OLAF BEISPIEL|olga@example.com|R-9|2026-11-11|8" // the name
            })
    void knowsADebtorByOneSign(String name, String email, String invoice, String due, String amount) {
        portfolio.imported(file(olaf("0004711", "R-1", "120.00")));

        ImportResult result = portfolio.imported(file(
                String.join(",", Portfolio.CREDITOR, "4711", name, email, invoice, "2026-10-27", due, amount, "EUR")));

        assertThat(result.rejected()).extracting(RowMessage::field).containsExactly("debtor_id");
    }

    @Test
    void takesAnotherPersonWithAWarning() {
        portfolio.imported(file(olaf("0004711", "0001", "120.00")));

        ImportResult result = portfolio.imported(file(row("4711", "1", "7.00").replace("2026-11-10", "2026-11-12")));

        assertThat(result.rejected())
                .extracting(RowMessage::field)
                .containsExactly("debtor_id"); // the invoice is the same
        ImportResult other = portfolio.imported(
                file(row("4711", "R-2", "7.00"), row("D-5", "1", "9.00").replace("2026-11-10", "2026-11-13")));
        assertThat(other.rejected()).isEmpty();
        assertThat(other.accepted()).isEqualTo(2);
        assertThat(other.warnings())
                .extracting(RowMessage::line, RowMessage::field)
                .containsExactly(tuple(2L, "debtor_id"), tuple(3L, "invoice_id"));
        assertThat(other.warnings().get(0).message()).contains("“4711” differs from “0004711” only by zeros");
        assertThat(other.warningsTotal()).isEqualTo(2);
    }

    @Test
    void doesNotAskAgainAboutWhatIsKept() {
        String csv = file(row("0007", "R-1"), row("7", "R-2", "7.00").replace("2026-11-10", "2026-11-12"));
        assertThat(portfolio.imported(csv).accepted()).isEqualTo(2);

        ImportResult again = portfolio.imported(csv);

        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(again.warnings()).isEmpty();
    }

    @Test
    void doesNotClearWhatACompleteListNamesWithoutItsZeros() {
        portfolio.imported(file(olaf("0004711", "0000090001", "120.00"), row("D-2", "R-2"), row("D-3", "007")));

        ImportResult result = portfolio.imported(file(olaf("4711", "90001", "120.00"), row("D-3", "7")), SNAPSHOT);

        assertThat(result.rejectedRows()).isEqualTo(2);
        assertThat(result.cleared()).isEqualTo(1);
        assertThat(portfolio.balance("0000090001")).isEqualByComparingTo("120.00");
        assertThat(portfolio.balance("007")).isEqualByComparingTo("100.00");
        assertThat(portfolio.balance("R-2")).isEqualByComparingTo("0");
    }

    /** Zero-width space, soft hyphen, word joiner, direction mark, byte order mark, no-break hyphen, full width. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ZW-1\u200b",
                "Z\u00adW-1",
                "ZW-\u20601",
                "\u200eZW-1",
                "ZW\ufeff-1",
                "ZW‑1",
                "ＺＷ-１",
                "ZW\ufe0f-1"
            })
    void findsTheSameDebtorAndInvoice(String written) {
        portfolio.imported(file(row("ZW-1", "RE-ZW-1")));

        ImportResult result =
                portfolio.imported(file(row(written, "RE-" + written).replace("Name of " + written, "Name of ZW-1")));

        assertThat(result.rejected()).isEmpty();
        assertThat(result.unchanged() + result.accepted()).isEqualTo(1);
        assertThat(result.warnings()).extracting(RowMessage::field).contains("debtor_id", "invoice_id");
        assertThat(portfolio.strings("select external_id from debtor")).containsExactly("ZW-1");
        assertThat(portfolio.count("open_item")).isEqualTo(1);
    }

    @Test
    void putsBrokenLettersRight() {
        ImportResult result = portfolio.imported(fileWith(Map.of(
                "name", "JÃ¼rgen MÃ¼ÃŸig", "street", "BahnhofstraÃŸe 1", "subject", "Bestellung f&uuml;r &amp; von")));

        assertThat(result.rejected()).isEmpty();
        assertThat(result.warnings()).extracting(RowMessage::field).containsExactly("name", "street", "subject");
        assertThat(portfolio.value("select name || '|' || street from debtor", String.class))
                .isEqualTo("Jürgen Müßig|Bahnhofstraße 1");
        assertThat(portfolio.value("select subject from open_item", String.class))
                .isEqualTo("Bestellung für & von");
    }

    @Test
    void takesTheFirstOfSeveralAddressesAndKeepsNoOther() {
        ImportResult result = portfolio.imported(fileWith(
                Map.of("email", "mona@example.org; buero@example.org", "mobile", "0171 3920012 / 0171 3920013")));

        assertThat(result.rejected()).isEmpty();
        assertThat(portfolio.strings("select value from contact_point order by 1"))
                .containsExactly("+491713920012", "mona@example.org");
        assertThat(result.warnings())
                .extracting(RowMessage::field, RowMessage::message)
                .containsExactly(
                        tuple(
                                "email",
                                "The value in “email” holds several: the first, “mona@example.org”, was taken, and left out "
                                        + "was buero@example.org."),
                        tuple(
                                "mobile",
                                "The value in “mobile” holds several: the first, “+491713920012”, was taken, and left out "
                                        + "was +491713920013."));
    }

    @Test
    void refusesNoRowForAPlusBeforeANumberAndSaysWhoseAddressIsNotKnown() {
        ImportResult result = portfolio.imported(fileWith(Map.of(
                "email", "Max Muster; Muster GmbH <info@example.com>",
                "phone", "+49 30 5550142 (privat)",
                "mobile", "0171 3920012 / 13")));

        assertThat(result.rejected()).isEmpty();
        assertThat(portfolio.strings("select kind || value from contact_point order by 1"))
                .containsExactly("MOBILE+491713920012", "PHONE+49305550142");
        assertThat(result.warnings())
                .extracting(RowMessage::field, one -> one.said().key())
                .containsExactly(
                        tuple("email", "import.email.names"),
                        tuple("phone", "import.address.within-number"),
                        tuple("mobile", "import.address.several"));
        assertThat(portfolio
                        .imported(fileWith(Map.of("phone", "+1+cmd|' /C calc'!A0")))
                        .rejected())
                .extracting(RowMessage::field)
                .containsExactly("phone");
    }

    @Test
    void leavesOutAnAddressBesideWhichAWordIsLeftOver() {
        ImportResult result = portfolio.imported(fileWith(
                Map.of("email", "anna und bert@example.com", "contact_email", "buero@example.com (dienstlich)")));

        assertThat(portfolio.strings("select value from contact_point")).containsExactly("buero@example.com");
        assertThat(result.warnings())
                .extracting(RowMessage::field, one -> one.said().key())
                .containsExactly(
                        tuple("email", "import.email.unclear"), tuple("contact_email", "import.address.within"));
    }

    @Test
    void leavesOutANumberWithARemarkThatMakesItDoubtful() {
        ImportResult result = portfolio.imported(
                fileWith(Map.of("email", "", "phone", "030 5550142 (Mutter)", "mobile", "0171 3920012 (privat)")));

        assertThat(portfolio.strings("select kind || value from contact_point")).containsExactly("MOBILE+491713920012");
        assertThat(result.warnings())
                .extracting(RowMessage::field, one -> one.said().key())
                .containsExactly(
                        tuple("phone", "import.phone.unclear"), tuple("mobile", "import.address.within-number"));
    }

    @Test
    void readsANumberWithoutCountryCodeWhereTheRowSaysThatTheDebtorLives() {
        ImportResult result =
                portfolio.imported("creditor_id,debtor_id,name,country,phone,mobile,invoice_id,invoice_date,"
                        + "due_date,amount,currency\n"
                        + homed("D-1", "AT", "0664 1234567", "", "R-1")
                        + homed("D-2", "Schweiz", "079 123 45 67", "", "R-2")
                        + homed("D-3", "CH", "0664 1234567", "", "R-3")
                        + homed("D-4", "", "030 5550142", "", "R-4")
                        + homed("D-5", "", "", "0664 7654321", "R-5") // the next row says where
                        + homed("D-5", "AT", "", "", "R-6"));

        assertThat(portfolio.strings("select value from contact_point order by 1"))
                .containsExactly("+41791234567", "+436641234567", "+436647654321", "+49305550142");
        assertThat(result.warnings())
                .extracting(
                        RowMessage::line, RowMessage::field, one -> one.said().key())
                .containsExactly(tuple(4L, "phone", "import.phone.abroad"));
    }

    @Test
    void readsANumberWithoutCountryCodeWhereTheDebtorIsKnownToLiveElseWhereTheCreditorIs() {
        portfolio.imported(fileWith(Map.of("email", "", "country", "AT")));
        portfolio.imported(fileWith(Map.of("email", "", "mobile", "0664 1234567")));
        portfolio.execute("update creditor set country = 'CH'");
        portfolio.imported(
                fileWith(Map.of("email", "", "debtor_id", "D-2", "invoice_id", "R-2", "mobile", "0791234567")));

        assertThat(portfolio.strings("select value from contact_point order by 1"))
                .containsExactly("+41791234567", "+436641234567");
    }

    /** Day after day the same list, in which no row names a country: nobody moves, and nobody's number becomes another's. */
    @ParameterizedTest
    @ValueSource(strings = {"", "Wien"})
    void keepsTheDebtorsOfAnAustrianCreditorInAustria(String city) {
        portfolio.execute("update creditor set country = 'AT'");
        String list = fileWith(Map.of("email", "", "mobile", "0664 1234567", "city", city));

        portfolio.imported(list);
        ImportResult again = portfolio.imported(list);
        contactPoints.add(
                portfolio.value("select id from debtor", UUID.class), ContactPoint.Kind.PHONE, "0664/1234568", "CLERK");

        assertThat(again.warnings()).isEmpty();
        assertThat(portfolio.strings("select country from debtor")).containsExactly("AT");
        assertThat(portfolio.strings("select value from contact_point order by 1"))
                .containsExactly("+436641234567", "+436641234568");
    }

    @Test
    void leavesADebtorInTheCountryThatARowNamedOnce() {
        portfolio.execute("update creditor set country = 'AT'");
        portfolio.imported(fileWith(Map.of("email", "", "country", "DE")));

        portfolio.imported(fileWith(Map.of("email", "", "mobile", "0171 3920012")));

        assertThat(portfolio.strings("select country from debtor")).containsExactly("DE");
        assertThat(portfolio.strings("select value from contact_point")).containsExactly("+491713920012");
    }

    /** With the words for it: too short, and not a matter of the country. */
    @Test
    void saysOfANumberThatIsTooShortThatItIs() {
        ImportResult result = portfolio.imported(fileWith(Map.of("email", "", "phone", "0171 12345", "country", "DE")));

        assertThat(result.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.said().key()).isEqualTo("import.phone.length");
            assertThat(warning.message()).contains("“0171 12345”", "phone number of DE", "too short");
        });
    }

    private static String homed(String debtor, String country, String phone, String mobile, String invoice) {
        return String.join(
                        ",",
                        Portfolio.CREDITOR,
                        debtor,
                        "Name of " + debtor,
                        country,
                        phone,
                        mobile,
                        invoice,
                        "2026-10-27,2026-11-10,100.00,EUR")
                + "\n";
    }

    @Test
    void leavesOutAnAddressThatASpreadsheetDestroyed() {
        ImportResult result = portfolio.imported(fileWith(Map.of("email", "#NAME?", "phone", "4.9172E+11")));

        assertThat(result.accepted()).isEqualTo(1);
        assertThat(result.warnings()).extracting(RowMessage::field).containsExactly("email", "phone");
        assertThat(portfolio.count("contact_point")).isZero();
    }

    @Test
    void revivesNoAddressThatIsWrittenInCapitals() {
        portfolio.imported(fileWith(Map.of("email", "mona@example.org")));
        portfolio.execute("update contact_point set status = 'WITHDRAWN'");

        portfolio.imported(fileWith(Map.of("email", "MONA@EXAMPLE.ORG")));

        assertThat(portfolio.strings("select value || ' ' || status from contact_point"))
                .containsExactly("mona@example.org WITHDRAWN");
    }

    /** What the refused row would have taken off is missing: then the rest is not what the debtor owes. */
    @ParameterizedTest
    @ValueSource(strings = {"-1.000,001", "1.000,001-", "(1.234)", "-1.000,00 H", "1.234", "viel", ""})
    void holdsADebtorsOtherRowsWhenOneMayBeToHisCredit(String amount) {
        String odd = row("D-1", "G-1", "\"" + amount + "\"");

        ImportResult result = portfolio.imported(file(
                row("D-1", "R-1"), odd, row("D-2", "R-2"), row("D-1", "R-3").replace("EUR", "CHF")));

        assertThat(result.rejected())
                .extracting(RowMessage::line, RowMessage::field)
                .containsExactly(tuple(2L, "debtor_id"), tuple(3L, "amount"));
        assertThat(result.rejected().get(0).message()).contains("line 3", "“D-1”", "to his credit");
        assertThat(portfolio.strings("select invoice_id from open_item order by 1"))
                .containsExactly("R-2", "R-3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1.000,00", "1.000,00-", "(1.000,00)", "1.000,00 H", "−1.000,00 €", "1'000.00 Cr"})
    void takesACreditNoteHoweverItsMinusIsWrittenAndHoldsNobody(String amount) {
        ImportResult result =
                portfolio.imported(file(row("D-1", "R-1"), row("D-1", "G-1", "\"" + amount + "\""), row("D-2", "R-2")));

        assertThat(result.rejected()).isEmpty();
        assertThat(result.credits()).isEqualTo(1);
        assertThat(portfolio.strings("select number || ' ' || granted from credit_balance"))
                .containsExactly("G-1 1000.00");
        assertThat(portfolio.strings("select invoice_id from open_item order by 1"))
                .containsExactly("R-1", "R-2");
    }

    @Test
    void readsWhatIsOpenAsAnAmount() {
        ImportResult result = portfolio.imported(Portfolio.HEADER + ",open_amount\n"
                + row("D-1", "R-1", "") + ",\"1 234,50\"\n" + row("D-1", "G-1", "") + ",\"(8,90)\"\n"
                + row("D-2", "R-2") + ",\"40,00 $\"\n" + row("D-2", "R-3") + ",\n");

        assertThat(portfolio.balance("R-1")).isEqualByComparingTo("1234.50");
        assertThat(portfolio.strings("select number || ' ' || granted from credit_balance"))
                .containsExactly("G-1 8.90");
        assertThat(result.rejected())
                .extracting(RowMessage::line, RowMessage::field)
                .containsExactly(tuple(4L, "open_amount"), tuple(5L, "debtor_id"));
    }

    @Test
    void findsTheInvoiceThatACreditNoteNames() {
        portfolio.imported(file(row("D-1", "RE-1")));

        ImportResult result = portfolio.imported(
                Portfolio.HEADER + ",credits_invoice\n" + row("D-1", "G-1", "-20.00") + ",RE\u20111\u200b\n");

        assertThat(result.rejected()).isEmpty();
        assertThat(result.warnings()).singleElement().satisfies(warning -> assertThat(warning.message())
                .contains("was read as “RE-1”"));
        assertThat(portfolio.strings("select credits_invoice from credit_note")).containsExactly("RE-1");
    }

    /** Nobody can tell which of the two is right, the currency or the number. */
    @Test
    void holdsInEachCurrencyForACreditNoteInAnother() {
        portfolio.imported(file(row("D-1", "G-1", "-20.00")));

        ImportResult result = portfolio.imported(file(
                row("D-1", "R-1"),
                row("D-1", "G-1", "-100.00").replace("EUR", "CHF"),
                row("D-1", "G-2", "-5.00"),
                row("D-1", "R-3").replace("EUR", "CHF")));

        assertThat(result.rejected())
                .extracting(RowMessage::line, RowMessage::field)
                .containsExactly(tuple(2L, "debtor_id"), tuple(3L, "currency"), tuple(5L, "debtor_id"));
        assertThat(portfolio.strings("select number from credit_note order by 1"))
                .containsExactly("G-1", "G-2");
    }

    /** Its minus may be what is missing. */
    @Test
    void holdsForAnAmountAboveZeroThatCreditsAnInvoice() {
        ImportResult result = portfolio.imported(Portfolio.HEADER + ",credits_invoice\n" + row("D-1", "R-1") + ",\n"
                + row("D-1", "G-1", "20.00") + ",R-1\n");

        assertThat(result.rejected())
                .extracting(RowMessage::line, RowMessage::field)
                .containsExactly(tuple(2L, "debtor_id"), tuple(3L, "credits_invoice"));
    }

    @ParameterizedTest
    @CsvSource({"00900,900", "900,00900"})
    void refusesACreditNoteWhoseNumberLostItsZerosAndEndsNone(String kept, String written) {
        portfolio.imported(file(row("D-1", kept, "-20.00"), row("D-1", "R-1")));

        ImportResult result =
                portfolio.imported(file(row("D-1", written, "-20.00"), row("D-1", "R-1"), row("D-2", "R-2")), SNAPSHOT);

        assertThat(result.rejected())
                .extracting(RowMessage::line, RowMessage::field)
                .containsExactly(tuple(2L, "invoice_id"), tuple(3L, "debtor_id"));
        assertThat(result.creditsEnded()).isZero();
        assertThat(result.cleared()).isZero();
        assertThat(portfolio.strings("select number || ' ' || granted from credit_balance"))
                .containsExactly(kept + " 20.00");
    }

    @Test
    void refusesTheShorterOfTwoNumbersOfCreditNotesButNotOfAnInvoiceAndACreditNote() {
        ImportResult result = portfolio.imported(file(
                row("D-1", "900", "-20.00"),
                row("D-1", "0900", "-20.00"),
                row("D-2", "0800"),
                row("D-2", "800", "-1.00")));

        assertThat(result.rejected())
                .extracting(RowMessage::line, RowMessage::field)
                .containsExactly(tuple(2L, "invoice_id"));
        assertThat(portfolio.strings("select number from credit_note order by 1"))
                .containsExactly("0900", "800");
    }

    @Test
    void takesInstalmentsOfAnInvoiceWithZerosAndRefusesThemWithout() {
        String csv = file(
                row("D-1", "0900", "30.00"),
                row("D-1", "0900", "30.00").replace("2026-11-10", "2026-11-20"),
                row("D-1", "0900", "30.00").replace("2026-11-10", "2026-12-10"));
        ImportResult first = portfolio.imported(csv);
        ImportResult again = portfolio.imported(csv);
        ImportResult bare = portfolio.imported(csv.replace("0900", "900"), SNAPSHOT);

        assertThat(first.rejected()).isEmpty();
        assertThat(first.accepted()).isEqualTo(3);
        assertThat(first.warnings()).isEmpty();
        assertThat(again.unchanged()).isEqualTo(3);
        assertThat(bare.rejected()).extracting(RowMessage::field).containsOnly("invoice_id");
        assertThat(bare.rejectedRows()).isEqualTo(3);
        assertThat(bare.cleared()).isZero();
        assertThat(portfolio.value("select sum(open_amount) from item_balance", BigDecimal.class))
                .isEqualByComparingTo("90.00");
    }

    @Test
    void holdsThemForMoreThanWasOwedAndForARowThatIsOutOfOrder() {
        String header = Portfolio.HEADER + ",paid\n";

        ImportResult result = portfolio.imported(header
                + row("D-1", "R-1") + ",\n"
                + row("D-1", "R-2") + ",150.00\n"
                + row("D-2", "R-3") + ",\n"
                + row("D-2", "R-4", "1.000,00") + ",\n"
                + row("D-3", "R-5").replace("EUR", "Euro").replace("100.00", "-5") + ",\n"
                + row("D-3", "R-6").replace("EUR", "USD") + ",\n");

        assertThat(result.rejected()).extracting(RowMessage::line).contains(2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(result.accepted()).isZero();
    }

    @Test
    void holdsNoneForRowsThatTakeNothingOff() {
        ImportResult result = portfolio.imported(file(
                row("D-1", "R-1"),
                row("D-1", "R-2", "0"),
                row("D-1", "R-3").replace("2026-11-10", "soon"),
                row("D-1", "R-1", "55.00")));

        assertThat(result.rejectedRows()).isEqualTo(3);
        assertThat(result.accepted()).isEqualTo(1);
    }

    @Test
    void readsAListOfWindowsAndSaysSo() {
        byte[] csv = file(row("D-1", "R-1").replace("Name of D-1", "Jürgen Müßig"), row("D-2", "R-2"))
                .getBytes(Charset.forName("windows-1252"));

        ImportResult tried = portfolio.imported(csv, ImportOptions.DRY_RUN, CreditorScope.ALL);
        ImportResult result = portfolio.imported(csv, ImportOptions.CHANGES, CreditorScope.ALL);

        assertThat(Objects.requireNonNull(tried.reading()).charset()).isEqualTo("windows-1252");
        assertThat(tried.reading().sample()).containsExactly(new FileReading.Line(2, "Jürgen Müßig"));
        assertThat(result.accepted()).isEqualTo(2);
        assertThat(result.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.field()).isEqualTo("file");
            assertThat(warning.message()).contains("windows-1252", "“Jürgen Müßig”");
        });
        assertThat(portfolio.strings("select name from debtor order by 1")).contains("Jürgen Müßig");
    }

    @ParameterizedTest
    @CsvSource({"IT,184,00184", "FR,1000,01000", "NO,150,0150", "TR,6100,06100", "AT,1010,1010", "DE,101,101"})
    void putsTheZerosOfPostcodesBack(String country, String written, String kept) {
        portfolio.imported(fileWith(Map.of("country", country, "postcode", written)));

        assertThat(portfolio.value("select postcode from debtor", String.class)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"1010,1010,1", "8001,8001,1", "04177,04177,0", "10115,10115,0"})
    void leavesPostcodesOfNoCountryAsTheyAre(String written, String kept, int warnings) {
        ImportResult result = portfolio.imported(fileWith(Map.of("postcode", written)));

        assertThat(portfolio.value("select postcode from debtor", String.class)).isEqualTo(kept);
        assertThat(result.warnings()).hasSize(warnings).allSatisfy(warning -> assertThat(warning.message())
                .contains("fill country"));
    }

    @Test
    void keepsAPostcodeWithTheZeroThatItIsKnownBy() {
        portfolio.imported(fileWith(Map.of("postcode", "01067", "country", "DE")));

        portfolio.imported(fileWith(Map.of("postcode", "1067")));
        assertThat(portfolio.value("select postcode from debtor", String.class)).isEqualTo("01067");
        portfolio.imported(fileWith(Map.of("postcode", "2067")));
        assertThat(portfolio.value("select postcode from debtor", String.class)).isEqualTo("2067");
    }

    /** A list of which every number lost its zeros: all are found by the index, and told within the limit. */
    @Test
    void refusesManyAtOnce() {
        portfolio.imported(file(IntStream.range(1, 3000)
                .mapToObj(i -> row("%09d".formatted(i), "%08d".formatted(i)))
                .toArray(String[]::new)));

        ImportResult result = portfolio.imported(file(IntStream.range(1, 3000)
                .mapToObj(i -> row(Integer.toString(i), Integer.toString(i))
                        .replace("Name of " + i, "Name of %09d".formatted(i)))
                .toArray(String[]::new)));

        assertThat(result.rejectedRows()).isEqualTo(2999);
        assertThat(result.rejected()).hasSize(Findings.LIMIT);
        assertThat(portfolio.count("debtor")).isEqualTo(2999);
        assertThat(portfolio.value("select sum(open_amount) from item_balance", BigDecimal.class))
                .isEqualByComparingTo("299900");
    }

    private static String olaf(String debtor, String invoice, String amount) {
        return row(debtor, invoice, amount)
                .replace("Name of " + debtor, "Olaf Beispiel")
                .replace(debtor + "@example.com", "olaf@example.com");
    }
}
