package dev.kulanz.receivables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.receivables.ContactPoint.Kind;
import java.util.Optional;
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
        assertThat(WrittenContact.read(Kind.EMAIL, written, "DE")).hasValueSatisfying(found -> {
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
        assertThat(WrittenContact.read(Kind.EMAIL, written, "DE")).hasValueSatisfying(found -> {
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
        assertThat(WrittenContact.read(Kind.EMAIL, written, "DE")).isEmpty();
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
        assertThat(WrittenContact.read(Kind.MOBILE, written, "DE")).hasValueSatisfying(found -> {
            assertThat(found.value()).isEqualTo("+491713920012");
            assertThat(String.join("", found.others())).isEqualTo(other == null ? "" : other);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.9172E+11", "4,9171E+11", "4.91713920012E+11", "1.71E10", "12", "keine"})
    void takesNoNumberWhoseDigitsAreGone(String written) {
        assertThat(WrittenContact.read(Kind.PHONE, written, "DE")).isEmpty();
    }

    /** Letters are no digits: what stands behind a number is a remark. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "030 5550142 (privat)",
                "030 5550142 privat",
                "030 5550142 Arbeit",
                "030 5550142 neu",
                "030 5550142 ab 18 Uhr",
                "030 5550142 (abends, ab 18:30 Uhr)",
                "werktags 9-12 Uhr: 030 5550142",
                "Tel. privat: 030/5550142",
                "Telefon 030 / 555 01 42",
                "+49 (0)30 5550142",
                "0049 30 5550142",
                "+49/30/5550142",
                "(030) 5550142",
                "030 555-0142 Festnetz",
                "phone: +49 30 5550142 (work)"
            })
    void readsTheDigitsOnly(String written) {
        assertThat(WrittenContact.read(Kind.PHONE, written, "DE")).hasValueSatisfying(found -> {
            assertThat(found.value()).isEqualTo("+49305550142");
            assertThat(found.others()).isEmpty();
        });
    }

    /** Somebody else's, no phone, not to be called, or two run together: whom it would reach nobody can tell. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "030 5550142 (Mutter)",
                "030 5550142 (alt)",
                "030 5550142 Anna",
                "030/5550142 Nachbarin Kowalski",
                "Sohn: 030 5550142",
                "030 5550142 Fax",
                "Fax: 030 5550142",
                "Telefax 030 5550142",
                "ruf nicht an: 030 5550142",
                "030 5550142 bitte nicht anrufen",
                "nicht vor 18 Uhr 030 5550142",
                "no longer in use: 030 5550142",
                "Kundennr. 030123456789",
                "Kd.-Nr. 0171 3920012",
                "IBAN DE75 5121 0800 1245 1261 99",
                "030 5550142 App. 12",
                "030 5550142 ext. 12",
                "030 5550142 x12",
                "030 5550142 DW 43",
                "030 5550142 / 43",
                "030 5550142, 5550143",
                "030 1234, 5678",
                "030 1234 oder 5678",
                "030 FLOWERS",
                "0800 RECHNUNG",
                "030 555O142",
                "falsch: 030 5550142, richtig: 030 5550143"
            })
    void callsNobodyOnSuspicion(String written) {
        assertThat(WrittenContact.read(Kind.PHONE, written, "DE")).isEmpty();
    }

    /** 0664 is a network in Austria, and a landline in Germany: somebody else's. */
    @ParameterizedTest
    @CsvSource({
        "AT,0664 1234567,+436641234567",
        "AT,0664/123 45 67,+436641234567",
        "AT,01/5132345,+4315132345",
        "CH,079 123 45 67,+41791234567",
        "CH,044/123 45 67,+41441234567",
        "TR,0532 123 45 67,+905321234567",
        "US,(212) 736-5000,+12127365000",
        "US,0049 30 5550142,+49305550142",
        "AT,+49 171 3920012,+491713920012",
        "AT,0049 171 3920012,+491713920012",
        "CH,0664 1234567,",
        "CH,0664 1234567 privat,",
        "ZZ,0664 1234567,",
        "ZZ,+43 664 1234567,+436641234567",
        "ZZ,+43 664 1234567 (privat),+436641234567",
        "DE,491713920012,", // in Leer without its zero, or a mobile without its plus
        "DE,43 664 1234567,",
        "DE,15123001235,+4915123001235", // a spreadsheet took the zero: a mobile all the same
        "DE,305550142,+49305550142"
    })
    void readsANumberWhereTheDebtorLives(String country, String written, String number) {
        assertThat(WrittenContact.read(Kind.PHONE, written, country).map(WrittenContact::value))
                .isEqualTo(Optional.ofNullable(number));
    }

    @ParameterizedTest
    @CsvSource({
        "DE,12,NONE",
        "DE,keine,NONE",
        "DE,030 5550142 (Mutter),UNCLEAR",
        "DE,030 5550142 / 43,UNCLEAR",
        "CH,0664 1234567,ABROAD",
        "DE,491713920012,ABROAD",
        "DE,+49 1,NONE"
    })
    void tellsWhyItTookNone(String country, String written, WrittenContact.Doubt doubt) {
        assertThat(WrittenContact.read(Kind.PHONE, written, country)).isEmpty();
        assertThat(WrittenContact.doubt(Kind.PHONE, written)).isEqualTo(doubt);
    }

    /** What is left over beside an address may belong to it, or say whose it is. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna und bert@example.com",
                "tom or jerry@example.com",
                "anna, beispiel@example.com",
                "anna; beispiel@example.com",
                "anna | beispiel@example.com",
                "anna / beispiel@example.com",
                "anna/beispiel @example.com",
                "anna @example.com; bert@example.com",
                "anna@; bert@example.com",
                "anna@example; bert@example.com",
                "anna@example.com (gehört Nachbarn)",
                "anna@example.com (nicht mehr gültig)",
                "anna@example.com; ungültig",
                "anna@example.com, alt",
                "anna@example.com, uk",
                "anna@example.com?",
                "anna@example.com? oder @example.org",
                "NICHT MEHR <anna@example.com>",
                "Anna (nicht mehr gültig) <anna@example.com>",
                "alte Adresse <anna@example.com>",
                "Mutter <anna@example.com>",
                "gehört Nachbarin Kowalski <anna@example.com>",
                "do not use <anna@example.com>",
                "Anna <anna@example.com> (gehört Nachbarn)",
                "<anna@example.com> ungültig",
                "<anna@example.com (alt)>",
                "bert@example.org <anna@example.com>",
                "123,456@qq.com",
                "123, 456@qq.com",
                "5;mona@example.org",
                "mona@mail.example, org",
                "mona@mail.example;org",
                "nicht: mona@example.org",
                "alt: mona@example.org, neu: anna@example.org",
                "M\u00fc?ller@\u00c3\u00bcb\u00c3.de",
                "&#246zlem.kaya@example.org"
            })
    void writesToNobodyOnSuspicion(String written) {
        assertThat(WrittenContact.read(Kind.EMAIL, written, "DE")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "&#246;zlem.kaya@example.org|\u00f6zlem.kaya@example.org|",
                "anna@example.org (privat)|anna@example.org|",
                "privat: anna@example.org|anna@example.org|",
                "anna@example.org - B\u00fcro|anna@example.org|",
                "Anna <anna@example.org> Bert <bert@example.org>|anna@example.org|bert@example.org",
                "Anna <anna@example.org>; Bert <bert@example.org>|anna@example.org|bert@example.org",
                "Anna und Bert Beispiel <familie@example.org>|familie@example.org|",
                "Alt, Franz <franz@example.org>|franz@example.org|",
                "Anne-Sophie Mutter <as@example.org>|as@example.org|",
                "\"anna@example.org\" <anna@example.org>|anna@example.org|",
                "anna@example.org <ANNA@example.org>|ANNA@example.org|",
                "anna@example.org; bert@|anna@example.org|bert@",
                "-; anna@example.org|anna@example.org|",
                "privat anna@example.org, B\u00fcro: buero@example.org|anna@example.org|buero@example.org"
            })
    void knowsWhatSaysNothingBesideAnAddress(String written, String address, String other) {
        assertThat(WrittenContact.read(Kind.EMAIL, written, "DE")).hasValueSatisfying(found -> {
            assertThat(found.value()).isEqualTo(address);
            assertThat(String.join(" ", found.others())).isEqualTo(other == null ? "" : other);
        });
    }
}
