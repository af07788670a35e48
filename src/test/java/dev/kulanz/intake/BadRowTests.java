package dev.kulanz.intake;

import static dev.kulanz.intake.Portfolio.file;
import static dev.kulanz.intake.Portfolio.fileWith;
import static dev.kulanz.intake.Portfolio.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kulanz.access.CreditorScope;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Each bad row is told with line, field and a sentence; good rows beside it go in; nothing of the bad one does. */
@IntakeTest
class BadRowTests {

    @Autowired
    private Portfolio portfolio;

    @BeforeEach
    void empty() {
        portfolio.emptied();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvFileSource(resources = "/intake/bad-fields.csv", numLinesToSkip = 1, maxCharsPerColumn = 1000)
    void refusesARowForOneField(String field, String value, String sentence) {
        ImportResult result = portfolio.imported(fileWith(Map.of(field, unescaped(value))));

        assertThat(result.rejected()).singleElement().satisfies(message -> {
            assertThat(message.line()).isEqualTo(2);
            assertThat(message.field()).isEqualTo(field);
            assertThat(message.message()).contains(sentence);
        });
        assertThat(result.accepted() + result.unchanged()).isZero();
        assertThat(portfolio.count("debtor") + portfolio.count("open_item") + portfolio.count("journal"))
                .isZero();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvFileSource(resources = "/intake/forgiven-fields.csv", numLinesToSkip = 1)
    void takesARowWithoutAFieldThatOnlyHelpsToReachSomebody(String field, String value, String kept) {
        ImportResult result = portfolio.imported(fileWith(Map.of(field, value)));

        assertThat(result.rejected()).isEmpty();
        assertThat(result.accepted()).isEqualTo(1);
        assertThat(result.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.line()).isEqualTo(2);
            assertThat(warning.field()).isEqualTo(field);
        });
        assertThat(portfolio.strings("""
                        select concat_ws('|', d.type, d.language, d.state, d.postcode,
                               (select string_agg(p.value, ',') from contact_point p)) from debtor d""")).containsExactly(kept);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvFileSource(resources = "/intake/unusual-fields.csv", numLinesToSkip = 1)
    void takesWhatIsUnusualButGood(String field, String value, String kept) {
        ImportResult result = portfolio.imported(fileWith(Map.of(field, unescaped(value))));

        assertThat(result.rejected()).isEmpty();
        assertThat(result.warnings()).isEmpty();
        assertThat(portfolio.strings("""
                        select concat_ws('|', d.name, d.country, i.invoice_id, i.due_date, i.subject, b.open_amount)
                        from debtor d, open_item i, item_balance b""")).singleElement().asString().contains(kept);
    }

    @Test
    void takesGoodRowsBesideBadOnes() {
        ImportResult result = portfolio.imported(
                file(row("D-1", "R-1"), row("D-2", "R-2", "5.001"), row("=1+1", "R-3"), row("D-4", "R-4")));

        assertThat(result.accepted()).isEqualTo(2);
        assertThat(result.rejectedRows()).isEqualTo(2);
        assertThat(result.rejected())
                .extracting(RowMessage::line, RowMessage::field)
                .containsExactly(tuple(3L, "amount"), tuple(4L, "debtor_id"), tuple(4L, "email"));
    }

    @Test
    void namesEveryBadFieldOfARow() {
        ImportResult result = portfolio.imported(fileWith(Map.of("amount", "abc", "due_date", "31.02.2026")));

        assertThat(result.rejected()).extracting(RowMessage::field).containsExactly("due_date", "amount");
        assertThat(result.rejectedRows()).isEqualTo(1);
    }

    @Test
    void refusesARowWithAFieldTooMany() {
        ImportResult result = portfolio.imported(file(row("D-1", "R-1") + ",stray", row("D-2", "R-2") + ",,"));

        assertThat(result.rejected())
                .extracting(RowMessage::line, RowMessage::field)
                .containsExactly(tuple(2L, "row"));
        assertThat(result.accepted()).isEqualTo(1);
    }

    @Test
    void namesTheLineOnWhichARowBegins() {
        String twoLines = row("D-1", "R-1").replace("Name of D-1", "\"Name\nof D-1\"");

        ImportResult result = portfolio.imported(file(twoLines, "", row("D-2", "R-2", "0")));

        assertThat(result.rejected()).extracting(RowMessage::line).containsExactly(5L);
        assertThat(portfolio.value("select name from debtor", String.class)).isEqualTo("Name of D-1");
    }

    @Test
    void refusesTheSecondOfTwoRowsOfOneInvoice() {
        ImportResult result =
                portfolio.imported(file(row("D-1", "R-1", "10.00"), row("D-2", "R-2"), row("D-1", "R-1", "99.00")));

        assertThat(result.rejected()).singleElement().satisfies(message -> {
            assertThat(message.line()).isEqualTo(4);
            assertThat(message.field()).isEqualTo("invoice_id");
            assertThat(message.message()).contains("“R-1”").contains("line 2");
        });
        assertThat(portfolio.balance("R-1")).isEqualByComparingTo("10.00");
    }

    @Test
    void takesARepeatedInvoiceWhoseFirstRowWasBad() {
        ImportResult result = portfolio.imported(file(row("D-1", "R-1", "0"), row("D-1", "R-1", "7.00")));

        assertThat(result.accepted()).isEqualTo(1);
        assertThat(portfolio.balance("R-1")).isEqualByComparingTo("7.00");
    }

    @Test
    void refusesAllRowsOfTwoPersonsUnderOneId() {
        String other = row("D-1", "R-2").replace("Name of D-1", "Somebody Else");

        ImportResult result = portfolio.imported(file(row("D-1", "R-1"), row("D-9", "R-9"), other, row("D-1", "R-3")));

        assertThat(result.accepted()).isEqualTo(1);
        assertThat(result.rejected())
                .extracting(RowMessage::line, RowMessage::field)
                .containsExactly(tuple(2L, "debtor_id"), tuple(4L, "debtor_id"), tuple(5L, "debtor_id"));
        assertThat(result.rejected().get(0).message()).contains("Line 4");
        assertThat(result.rejected().get(1).message()).contains("Line 2");
        assertThat(portfolio.strings("select external_id from debtor")).containsExactly("D-9");
    }

    @Test
    void refusesTwoBirthDatesUnderOneId() {
        String header = "creditor_id,debtor_id,name,birth_date,invoice_id,invoice_date,due_date,amount,currency\n";
        String rest = ",2026-10-27,2026-11-10,10,EUR\n";

        ImportResult result = portfolio.imported(header
                + "lindenhof,D-1,Jan Nowak,,R-1" + rest
                + "lindenhof,D-1,JAN NOWAK,1980-01-01,R-2" + rest
                + "lindenhof,D-1,Jan Nowak,1951-05-05,R-3" + rest
                + "lindenhof,D-2,Ada Nowak,1980-01-01,R-4" + rest
                + "lindenhof,D-2,ada nowak,,R-5" + rest);

        assertThat(result.rejected()).extracting(RowMessage::line).containsExactly(2L, 3L, 4L);
        assertThat(result.rejected().get(2).message()).contains("Line 2");
        assertThat(result.accepted()).isEqualTo(2);
    }

    @Test
    void refusesAnotherPersonUnderAKnownId() {
        portfolio.imported(fileWith(Map.of("name", "Jan Nowak", "birth_date", "1980-01-01")));

        ImportResult married = portfolio.imported(fileWith(Map.of("name", "Jan Muster", "birth_date", "1980-01-01")));
        ImportResult other = portfolio.imported(fileWith(Map.of("name", "Eva Nowak", "birth_date", "1999-09-09")));

        assertThat(married.accepted()).isEqualTo(1);
        assertThat(other.rejected()).extracting(RowMessage::field).containsExactly("debtor_id");
        assertThat(portfolio.value("select name from debtor", String.class)).isEqualTo("Jan Muster");
    }

    @Test
    void refusesAnInvoiceThatIsKeptForAnotherDebtorOrInAnotherCurrency() {
        portfolio.imported(file(row("D-1", "R-1"), row("D-1", "R-2")));

        ImportResult result =
                portfolio.imported(file(row("D-2", "R-1"), row("D-1", "R-2").replace("EUR", "USD")));

        assertThat(result.rejected())
                .extracting(RowMessage::line, RowMessage::field)
                .containsExactly(tuple(2L, "invoice_id"), tuple(3L, "currency"));
        assertThat(portfolio.count("debtor")).isEqualTo(1);
        assertThat(portfolio.count("account")).isEqualTo(1);
    }

    @Test
    void refusesCreditorsThatTheUserMayNotSeeAsIfTheyWereNotThere() {
        portfolio.withCreditor("foreign");
        String csv = file(
                row("D-1", "R-1"),
                row("D-2", "R-2").replace(Portfolio.CREDITOR, "foreign"),
                row("D-3", "R-3").replace(Portfolio.CREDITOR, "nobody"));

        ImportResult result = portfolio.imported(
                csv.getBytes(StandardCharsets.UTF_8),
                ImportOptions.CHANGES,
                new CreditorScope(false, Set.of(Portfolio.CREDITOR)));

        assertThat(result.accepted()).isEqualTo(1);
        assertThat(result.rejected())
                .extracting(RowMessage::message)
                .containsExactly(
                        "There is no creditor “foreign”. Please check the id, or add the creditor first.",
                        "There is no creditor “nobody”. Please check the id, or add the creditor first.");
        assertThat(portfolio.strings("select distinct creditor_id from open_item"))
                .containsExactly(Portfolio.CREDITOR);
    }

    @Test
    void namesTheCreditorThatMayHaveBeenMeant() {
        portfolio.withCreditor("foreign");
        ImportResult result = portfolio.imported(
                file(
                                row("D-1", "R-1").replace(Portfolio.CREDITOR, "lindehof"),
                                row("D-2", "R-2").replace(Portfolio.CREDITOR, "foreing"))
                        .getBytes(StandardCharsets.UTF_8),
                ImportOptions.DRY_RUN,
                new CreditorScope(false, Set.of(Portfolio.CREDITOR)));

        assertThat(result.rejected())
                .extracting(RowMessage::message)
                .containsExactly(
                        "There is no creditor “lindehof”. Is “lindenhof” meant? If not, please add the creditor first.",
                        "There is no creditor “foreing”. Please check the id, or add the creditor first.");
    }

    @Test
    void listsTheFirstThousandOfManyBadRowsAndCountsAll() {
        StringBuilder csv = new StringBuilder(Portfolio.HEADER).append('\n');
        for (int i = 0; i < 30_000; i++) {
            csv.append(row("D-" + i, i % 2 == 0 ? "R-0" : "R-" + i, i % 3 == 0 ? "x" : "1"))
                    .append('\n');
        }

        ImportResult result = portfolio.imported(csv.toString());

        assertThat(result.rejected()).hasSize(Findings.LIMIT);
        assertThat(result.rejected())
                .isSortedAccordingTo((a, b) -> Long.compare(a.line(), b.line()))
                .extracting(RowMessage::field)
                .contains("amount", "invoice_id");
        assertThat(result.rejectedRows() + result.accepted()).isEqualTo(30_000);
        assertThat(result.accepted()).isEqualTo(portfolio.count("open_item"));
    }

    private static String unescaped(String value) {
        return value == null ? "" : value.translateEscapes();
    }
}
