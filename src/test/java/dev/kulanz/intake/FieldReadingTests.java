package dev.kulanz.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kulanz.shared.Said;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How single fields are read: what is put right, what is said of it, and what is refused because nobody can tell. */
class FieldReadingTests {

    private final List<String> remarks = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "120,00 EUR|EUR|120.00",
                "EUR 120,00|EUR|120.00",
                "€120|eur|120",
                "120 €| EUR |120",
                "-€ 120,00|EUR|-120.00",
                "€ -120,00|EUR|-120.00",
                "120,00- €|EUR|-120.00",
                "120,00 €-|EUR|-120.00",
                "(120,00 EUR)|EUR|-120.00",
                "CHF 1'234.50|CHF|1234.50",
                "$1,234.50|USD|1234.50",
                "US$ 5|USD|5",
                "49,90 zł|PLN|49.90",
                "120,- €|EUR|120.00",
                "1.234|JPY|1234",
                "1,234 JPY|JPY|1234",
                "1.000,00-|EUR|-1000.00",
                "'120,00|EUR|120.00",
                "１２０,５０|EUR|120.50",
                "12\u200e0,00|EUR|120.00"
            })
    void readsAmounts(String written, String currency, String number) throws Unreadable {
        assertThat(read(Column.AMOUNT, written, currency)).isEqualTo(number);
        assertThat(remarks).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120,00 S|120.00",
                "120,00 H|-120.00",
                "120,00H|-120.00",
                "1.000,00 Haben|-1000.00",
                "5.00 Dr|5.00",
                "5.00 CR.|-5.00"
            })
    void readsOnWhichSideItStands(String written, String number) throws Unreadable {
        assertThat(read(Column.AMOUNT, written, "EUR")).isEqualTo(number);
        assertThat(remarks).singleElement().asString().contains("read as " + number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "120,00 USD",
                "$ 120",
                "EUR 120 USD",
                "120,00 XYZ",
                "EUR",
                "120,00- H",
                "(120,00) S",
                "120 A",
                "1e5",
                "1,2E+5",
                "12 34"
            })
    void refusesAmountsThatNobodyCanTell(String written) {
        assertThat(refusal(Column.AMOUNT, written, "EUR")).contains("“" + written + "”");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5,00 H", "5,00 S"})
    void knowsNoSidesOfWhatWasPaid(String written) {
        assertThat(refusal(Column.PAID, written, "EUR")).contains("is not an amount");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "RE-\u00ad5001|RE-5001|U+00AD",
                "RE‑5001|RE-5001|U+2011",
                "ＲＥ-5001|RE-5001|U+FF32",
                "ZW-1\u200b|ZW-1|U+200B",
                "MÃœ-1|MÜ-1|broken on the way",
                "R&amp;D-1|R&D-1|broken on the way"
            })
    void foldsIdsAndSaysSo(String written, String id, String said) throws Unreadable {
        assertThat(read(Column.INVOICE_ID, written, "EUR")).isEqualTo(id);
        assertThat(remarks).singleElement().asString().contains(said, "“" + id + "”");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "='0047'|0047",
                "~'0004711~|~'0004711~",
                "12E5|12E5",
                "4711E|4711E",
                "E5|E5",
                "#5|#5",
                "2026-11-22|2026-11-22",
                "R\u00a05|R 5"
            })
    void leavesGenuineIds(String written, String id) throws Unreadable {
        String file = written.replace("='0047'", "=\"0047\"");
        String expected = id.startsWith("'") ? id.substring(1) : id;

        assertThat(read(Column.DEBTOR_ID, file, "EUR")).isEqualTo(expected);
        assertThat(remarks).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4,71E+09",
                "4.71E+09",
                "9,00E+09",
                "1E+05",
                "1e+05",
                "1.0E5",
                "4,71e9",
                "4.71E-5",
                "#NAME?",
                "#REF!",
                "#BEZUG!",
                "#N/A",
                "#NV",
                "#WERT!",
                "#DIV/0!",
                "########",
                "Err:502"
            })
    void refusesIdsThatASpreadsheetDestroyed(String written) {
        assertThat(refusal(Column.DEBTOR_ID, written, "EUR")).contains("spreadsheet", "“" + written + "”");
        assertThat(refusal(Column.INVOICE_ID, written, "EUR")).contains("export the list again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E5", "4e10", "4711.0", "Jan 26", "26. Jan", "01.02.2026", "1-Mrz", "Mrz 26"})
    void takesIdsThatMayBeDestroyedWithAWarning(String written) throws Unreadable {
        assertThat(read(Column.INVOICE_ID, written, "EUR")).isEqualTo(written);
        assertThat(remarks).singleElement().asString().contains("Please check it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-22 00:00:00|2026-11-22",
                "2026-11-22T00:00:00.000|2026-11-22",
                "22.11.2026 00:00|2026-11-22",
                "\u200e22.\u200e11.\u200e2026|2026-11-22"
            })
    void readsDays(String written, String day) throws Unreadable {
        assertThat(read(Column.DUE_DATE, written, "EUR")).isEqualTo(day);
        assertThat(remarks).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "45678|2025-01-21",
                "45678,5|2025-01-21",
                "Jan 26|is not a date",
                "#####|too narrow",
                "2026-11-22 23:30|is not a date"
            })
    void refusesDaysOfSpreadsheetsWithAdvice(String written, String said) {
        assertThat(refusal(Column.DUE_DATE, written, "EUR")).contains(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "JÃ¼rgen MÃ¼ÃŸig|Jürgen Müßig|“JÃ¼rgen MÃ¼ÃŸig” was read as “Jürgen Müßig”",
                "M&uuml;ller&nbsp;&amp; S&ouml;hne|Müller & Söhne|was read as",
                "No\u200bra|Nora|U+200B"
            })
    void putsNamesRightAndSaysSo(String written, String name, String said) throws Unreadable {
        assertThat(read(Column.NAME, written, "EUR")).isEqualTo(name);
        assertThat(remarks).singleElement().asString().contains(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"می\u200cخواهم", "JOÃO", "AT&T", "❤\ufe0f GmbH"})
    void leavesNames(String name) throws Unreadable {
        assertThat(read(Column.NAME, name, "EUR")).isEqualTo(name);
        assertThat(remarks).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Müller & SÃ¶hne", "M?ller", "M³ller", "M\u0081ller", "#NAME?", "Mu\ufffdller"})
    void refusesNamesWhoseLettersAreGone(String name) {
        assertThat(refusal(Column.NAME, name, "EUR")).contains("export");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({"2, 2", "02, 2", "0000000002, 2", "2., 2", "2.0, 2", "'2,00', 2", "1000, 1000", "9999, 9999"})
    void takesNumbersOfPartsAsTheyAre(String written, String number) throws Unreadable {
        assertThat(read(Column.INSTALMENT, written, "EUR")).isEqualTo(number);
        assertThat(remarks).isEmpty();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "1/3, 1",
        "3 / 3, 3",
        "03/12, 3",
        "3 von 5, 3",
        "3 of 5, 3",
        "Rate 2, 2",
        "rate 02, 2",
        "2. Rate, 2",
        "Rate Nr. 2, 2",
        "Rate 2/3, 2",
        "Rate 2 von 12 Raten, 2",
        "Instalment 4, 4",
        "Nr. 7, 7",
        "#7, 7"
    })
    void readsNumbersOfPartsAndSaysHow(String written, String number) throws Unreadable {
        assertThat(read(Column.INSTALMENT, written, "EUR")).isEqualTo(number);
        assertThat(remarks).singleElement().asString().contains("part " + number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "000",
                "-1",
                "10000",
                "99999999999999999999",
                "46025",
                "01.03.2026",
                "03. Jan",
                "2026-03-01",
                "1/3/5",
                "1.000",
                "1,000",
                "1-3",
                "2,5",
                "2.5",
                "II",
                "zwei",
                "A",
                "1a",
                "1/0",
                "1 2",
                "1,2",
                "1e3",
                "Rate",
                "letzte",
                "½"
            })
    void refusesWhatIsNoNumberOfAPart(String written) {
        assertThat(refusal(Column.INSTALMENT, written, "EUR")).contains("1 to 9999");
    }

    @ParameterizedTest
    @CsvSource({
        "01/2026, month of a year",
        "Abschlag 1/2027, month of a year",
        "13/2026, month of a year",
        "3/2, more than there are",
        "Rate 4 von 3, more than there are"
    })
    void refusesNumbersOfPartsThatCanNotBeMeant(String written, String why) {
        assertThat(refusal(Column.INSTALMENT, written, "EUR")).contains(why);
    }

    @Test
    void doesNotKeepHowManyPartsThereAreAndSaysSoWhereItIsWritten() throws Unreadable {
        read(Column.INSTALMENT, "2 von 5", "EUR");
        assertThat(remarks).singleElement().asString().contains("there are 5 of them");
        remarks.clear();
        read(Column.INSTALMENT, "Rate 2", "EUR");
        assertThat(remarks).singleElement().asString().doesNotContain("of them");
    }

    private String read(Column column, String written, String currency) throws Unreadable {
        Beside beside = new Beside() {
            @Override
            public String country() {
                return "DE";
            }

            @Override
            public String field(Column other) {
                return other == Column.CURRENCY ? currency : "";
            }

            @Override
            public void remark(Said said) {
                remarks.add(said.english());
            }
        };
        String text = Texts.cleaned(written, column, beside);
        Texts.refuseDamage(text, column, beside);
        return column.reading().canonical(text, beside);
    }

    private String refusal(Column column, String written, String currency) {
        Unreadable refused = catchThrowableOfType(Unreadable.class, () -> read(column, written, currency));
        assertThat(refused).as("%s %s", column, written).isNotNull();
        return refused.said().english();
    }
}
