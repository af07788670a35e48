package dev.kulanz.receivables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.receivables.ContactPoint.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of what people write the address is taken that they surely mean; never one that may be a stranger's. */
class WrittenContactTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mona@example.org",
                " mona@example.org ",
                "Mona Mehrfach <mona@example.org>",
                "\"Mehrfach, Mona\" <mona@example.org>",
                "Mehrfach, Mona <mona@example.org>",
                "<mona@example.org>",
                "mailto:mona@example.org",
                "mailto:mona@example.org?subject=Rechnung",
                "mona@example.org?subject=Rechnung 5",
                "E-Mail: mona@example.org",
                "mona@example.org.",
                "mona@example.org,",
                "mona@example.org;",
                "(mona@example.org)",
                "[mona@example.org]",
                "'mona@example.org'",
                "mona@example.org (privat)",
                "mona@example.org privat",
                "mona@example.org; MONA@", // half of a second one
                "mona@exa\u200bmple.org",
                "n/a; mona@example.org"
            })
    void takesTheOneThatIsMeant(String written) {
        assertThat(WrittenContact.read(Kind.EMAIL, written)).hasValueSatisfying(found -> {
            assertThat(found.value()).isEqualTo("mona@example.org");
            assertThat(found.others()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mona@example.org; buero@example.org",
                "mona@example.org;buero@example.org",
                "mona@example.org, buero@example.org",
                "mona@example.org,buero@example.org",
                "mona@example.org buero@example.org",
                "mona@example.org / buero@example.org",
                "mona@example.org/buero@example.org",
                "mona@example.org | buero@example.org",
                "mona@example.org und buero@example.org",
                "Mona <mona@example.org>, Büro <buero@example.org>",
                "mona@example.org, Büro <buero@example.org>",
                "mona@; mona@example.org; buero@example.org; mona@example.org"
            })
    void takesTheFirstOfSeveral(String written) {
        assertThat(WrittenContact.read(Kind.EMAIL, written)).hasValueSatisfying(found -> {
            assertThat(found.value()).isEqualTo("mona@example.org");
            assertThat(found.others()).containsExactly("buero@example.org");
        });
    }

    /** A blank or a comma may stand where a point was meant: the address behind it is another person's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mona beispiel@example.org",
                "mona,beispiel@example.org",
                "mona;beispiel@example.org",
                "mona@mail.example,org",
                "mona@example",
                "mona (at) example.org",
                "mona[at]example.org",
                "mona@@example.org",
                "mona@example@org",
                "Mona Mehrfach",
                "<mona>",
                "@example.org",
                ";"
            })
    void takesNoneThatMayBeAStrangers(String written) {
        assertThat(WrittenContact.read(Kind.EMAIL, written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0171 3920012|",
                "0171 3920012 (privat)|",
                "Tel.: 0171 3920012|",
                "\u202a+49 171 3920012\u202c|",
                "0171/3920012|",
                "+49 (0) 171 3920012|",
                "0171 3920012 / 0171 3920013|+491713920013",
                "0171 3920012; 0171 3920013|+491713920013",
                "0171-3920012, 030 23125000|+493023125000",
                "mobil 0171 3920012 oder 030 23125000|+493023125000"
            })
    void takesTheFirstNumber(String written, String other) {
        assertThat(WrittenContact.read(Kind.MOBILE, written)).hasValueSatisfying(found -> {
            assertThat(found.value()).isEqualTo("+491713920012");
            assertThat(String.join("", found.others())).isEqualTo(other == null ? "" : other);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.9172E+11", "4,9171E+11", "4.91713920012E+11", "1.71E10", "12", "keine"})
    void takesNoNumberWhoseDigitsAreGone(String written) {
        assertThat(WrittenContact.read(Kind.PHONE, written)).isEmpty();
    }
}
