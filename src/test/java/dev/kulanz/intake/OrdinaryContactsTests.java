package dev.kulanz.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.receivables.ContactPoint;
import dev.kulanz.receivables.WrittenContact;
import dev.kulanz.shared.Said;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write into the columns for numbers and addresses, and beside it what must reach nobody. */
class OrdinaryContactsTests {

    private final List<Said> remarks = new ArrayList<>();

    @ParameterizedTest
    @CsvFileSource(resources = "/intake/written-numbers.tsv", delimiter = '\t', quoteCharacter = '~')
    void readsNumbers(String country, String written, String expected) {
        assertThat(read(Column.PHONE, written, country, "")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/intake/written-addresses.tsv", delimiter = '\t', quoteCharacter = '~')
    void readsAddresses(String written, String expected) {
        assertThat(read(Column.EMAIL, written, "DE", "")).isEqualTo(expected);
    }

    /** No-break, narrow, thin and figure space, a line break, a hyphen that does not break, direction marks. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "030\u00a05550142",
                "030\u202f5550142",
                "030\u20095550142",
                "030\u2007555\u20070142",
                "030\u20115550142",
                "Tel.\u00a0030/5550142",
                "+49\u00a0(0)\u00a030\u00a05550142",
                "\u202a+49 30 5550142\u202c",
                "030 5550142\n"
            })
    void readsBlanksAndHyphensOfAllKinds(String written) {
        assertThat(read(Column.PHONE, written, "DE", "")).isEqualTo("+49305550142");
    }

    @ParameterizedTest
    @CsvSource({"'030 5550142\n0171 1234567'", "'030 5550142\r\nmobil 0171 1234567'"})
    void readsOneInEachLine(String written) {
        assertThat(read(Column.PHONE, written, "DE", "")).isEqualTo("+49305550142 +491711234567");
    }

    /** A plus before a number is none of a formula, in each column where somebody is reached; elsewhere it is as before. */
    @ParameterizedTest
    @CsvSource({
        "PHONE,true",
        "MOBILE,true",
        "EMAIL,true",
        "CONTACT_EMAIL,true",
        "NAME,false",
        "SUBJECT,false",
        "CONTACT_NAME,false",
        "DEBTOR_ID,false",
        "STREET,false"
    })
    void refusesNoRowForANumberWithWords(Column column, boolean isTaken) {
        assertThat(read(column, "+49 30 5550142 (privat)", "DE", "").equals("REFUSED"))
                .isEqualTo(!isTaken);
        assertThat(read(column, "+1+cmd|' /C calc'!A0", "DE", "")).isEqualTo("REFUSED");
    }

    /** Where several are named, he is the one who has his name. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Muster GmbH|Max Muster; Muster GmbH <info@muster.de>|info@muster.de",
                "MUSTER GMBH|Max Muster; \"Muster GmbH\" <info@muster.de>|info@muster.de",
                "Max Muster|Max Muster; Muster GmbH <info@muster.de>|NAMES",
                "Max Muster|Muster, Erika <e@example.org>; Muster, Max <max@example.org>|max@example.org",
                "Max Muster|Muster, Max <max@example.org>; Muster, Erika <e@example.org>|max@example.org e@example.org",
                "Eva Muster|Muster, Max <max@example.org>; Muster, Erika <e@example.org>|max@example.org e@example.org",
                "Max Muster|Tot; Max Muster <max@example.org>|NAMES",
                "Max Muster|Mutter; Max Muster <max@example.org>|UNCLEAR",
                "Max Muster|ungültig; Max Muster <max@example.org>|UNCLEAR",
                "Max Muster|Max Muster <max@example.org>; Max Muster <m@example.org>|max@example.org m@example.org"
            })
    void writesToTheOneWhoHasTheDebtorsName(String debtor, String written, String expected) {
        assertThat(read(Column.EMAIL, written, "DE", debtor)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PHONE|030 5550142/43|several",
                "PHONE|0171 1234567 (D2)|within-number",
                "EMAIL|max@example.org // anna@example.org|several"
            })
    void saysWhatItDid(Column column, String written, String said) {
        read(column, written, "DE", "");

        assertThat(remarks).extracting(Said::key).containsExactly("import.address." + said);
    }

    private String read(Column column, String written, String country, String debtor) {
        Beside beside = new Row(country, debtor, remarks);
        String text;
        try {
            text = Texts.cleaned(written, column, beside);
        } catch (Unreadable refused) {
            return "REFUSED";
        }
        ContactPoint.Kind kind =
                column == Column.PHONE || column == Column.MOBILE ? ContactPoint.Kind.PHONE : ContactPoint.Kind.EMAIL;
        try {
            String value = column.reading().canonical(text, beside);
            return WrittenContact.read(kind, text, country)
                    .filter(all -> all.value().equals(value))
                    .map(all -> (value + " " + String.join(" ", all.others())).strip())
                    .orElse(value);
        } catch (Unreadable left) {
            return WrittenContact.doubt(kind, text, country).name();
        }
    }

    private record Row(String country, String debtor, List<Said> remarks) implements Beside {

        @Override
        public String field(Column column) {
            return column == Column.NAME ? debtor : "";
        }

        @Override
        public void remark(Said said) {
            remarks.add(said);
        }
    }
}
