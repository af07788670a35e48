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
        "DE,030 5550142 / 12,UNCLEAR",
        "CH,0664 1234567,ABROAD",
        "DE,491713920012,ABROAD",
        "CH,33612345678,ABROAD",
        "ZZ,0171 1234567,ABROAD",
        "ZZ,0171 12345,ABROAD",
        "DE,+49 1,NONE",
        "DE,0171 12345,LENGTH",
        "DE,0171/12345,LENGTH",
        "DE,0171 1234567890123,LENGTH",
        "AT,0664 123,LENGTH",
        "CH,079 123 45 6,LENGTH",
        "CH,079 123 45 678,LENGTH",
        "FR,06 12 34 56 7,LENGTH"
    })
    void tellsWhyItTookNone(String country, String written, WrittenContact.Doubt doubt) {
        assertThat(WrittenContact.read(Kind.PHONE, written, country)).isEmpty();
        assertThat(WrittenContact.doubt(Kind.PHONE, written, country)).isEqualTo(doubt);
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

    /** The number may be divided after its area or network code, however short or long that is. */
    @ParameterizedTest
    @CsvSource({
        "DE,0151/12345678,+4915112345678",
        "DE,0152/12345678,+4915212345678",
        "DE,0157/71234567,+4915771234567",
        "DE,0155/12345678,+4915512345678",
        "DE,0156/78123456,+4915678123456",
        "DE,0159/01234567,+4915901234567",
        "DE,0151 / 123 456 78,+4915112345678",
        "DE,+49 151/12345678,+4915112345678",
        "DE,0049 151/12345678,+4915112345678",
        "DE,+49 (0) 151/12345678,+4915112345678",
        "DE,+49/151/12345678,+4915112345678",
        "DE,151/12345678,+4915112345678",
        "DE,Handy: 0151/12345678,+4915112345678",
        "DE,0800/1234567,+498001234567",
        "DE,033056/12345,+493305612345",
        "DE,030/23 12 50 00,+493023125000",
        "AT,0664/1234567,+436641234567",
        "AT,+43 (0) 664/1234567,+436641234567",
        "CH,044/123/45/67,+41441234567",
        "BE,0475/12/34/56,+32475123456",
        "BE,02/512.34.56,+3225123456",
        "BG,0888/323456,+359888323456",
        "GR,210/3256789,+302103256789",
        "ES,91/649 12 12,+34916491212",
        "FR,01/23/45/67/89,+33123456789",
        "PL,22/512 34 56,+48225123456",
        "HU,06/30/123-4567,+36301234567",
        "IT,02/12345678,+390212345678"
    })
    void readsANumberHoweverASlashDividesIt(String country, String written, String number) {
        assertThat(WrittenContact.read(Kind.PHONE, written, country)).hasValueSatisfying(found -> {
            assertThat(found.value()).isEqualTo(number);
            assertThat(found.others()).isEmpty();
        });
    }

    /** A second number of which only the last digits are written: the first is whole. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DE|030 5550142/43|+49305550142|+49305550143",
                "DE|030 5550142 / 0143|+49305550142|+49305550143",
                "DE|030/5550142/43|+49305550142|+49305550143",
                "DE|030/5550142/5550143|+49305550142|+49305550143",
                "DE|030 5550142, 5550143|+49305550142|+49305550143",
                "DE|030 5550142/43/44|+49305550142|+49305550143 +49305550144",
                "DE|0151/12345678/79|+4915112345678|+4915112345679",
                "DE|0171 123 45 67 / 68|+491711234567|+491711234568",
                "DE|Tel. 030 5550142, Fax -43|+49305550142|+49305550143",
                "IT|02 12345678/79|+390212345678|+390212345679"
            })
    void takesTheFirstOfWhichTheOthersAreEndings(String country, String written, String number, String others) {
        assertThat(WrittenContact.read(Kind.PHONE, written, country)).hasValueSatisfying(found -> {
            assertThat(found.value()).isEqualTo(number);
            assertThat(String.join(" ", found.others())).isEqualTo(others);
        });
    }

    /** An extension is part of the one number; so is a group of its digits. */
    @ParameterizedTest
    @CsvSource({
        "DE,030 23125-0,+4930231250",
        "DE,030 23125-12,+49302312512",
        "DE,030 5550142-12,+4930555014212",
        "DE,0221 1234-35,+49221123435",
        "DE,030 555-41-42,+49305554142",
        "DE,0171-123-45-67,+491711234567",
        "AT,01/5132345-12,+431513234512",
        "AT,01/5132345-46,+431513234546"
    })
    void readsAnExtensionAsPartOfTheNumber(String country, String written, String number) {
        assertThat(WrittenContact.read(Kind.PHONE, written, country)).hasValueSatisfying(found -> {
            assertThat(found.value()).isEqualTo(number);
            assertThat(found.others()).isEmpty();
        });
    }

    /** It may be an extension, a second number, or anything. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DE|030 5550142/12",
                "DE|030 5550142-3",
                "DE|030 5550142, 3",
                "AT|01/5132345/12",
                "AT|01/5132345/6",
                "DE|030 1234/5678",
                "DE|55501/55502",
                "DE|5550142 / 5550143",
                "DE|030 5550142/43 Fax",
                "DE|Fax 030 5550142/43",
                "DE|030 5550142 / 43 (Mutter)"
            })
    void takesNoSecondEndingForAPartOfTheNumber(String country, String written) {
        assertThat(WrittenContact.read(Kind.PHONE, written, country)).isEmpty();
    }

    /** Abbreviations, and what people write between two numbers. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mob. 0171 1234567|+491711234567|",
                "Mob.: 0171/1234567|+491711234567|",
                "priv. 0171 1234567|+491711234567|",
                "gesch. 0171 1234567|+491711234567|",
                "geschäftl.: 0171 1234567|+491711234567|",
                "dienstl. 0171 1234567|+491711234567|",
                "Hd. 0171 1234567|+491711234567|",
                "Rufnummer: 0171 1234567|+491711234567|",
                "Tel. gesch.: 0171 1234567|+491711234567|",
                "0171 1234567 (Firma)|+491711234567|",
                "Fa. 030 23125000|+493023125000|",
                "Zentrale: 030 23125000|+493023125000|",
                "0171 1234567 nur abends|+491711234567|",
                "0171 1234567;|+491711234567|",
                "Telefon 1: 030 23125000, Telefon 2: 030 23125001|+493023125000|+493023125001",
                "030 23125000 ab 17:00|+493023125000|",
                "030 23125000 ab 17h|+493023125000|",
                "Durchwahl: 030 23125000|+493023125000|",
                "Ruf 030 23125000|+493023125000|",
                "0171 1234567 jederzeit|+491711234567|",
                "Tel. No. 030 23125000|+493023125000|",
                "Tel./Fax: 030 23125000|+493023125000|",
                "Tel. + Fax 030 23125000|+493023125000|",
                "Fax: -, Tel.: 030 23125000|+493023125000|",
                "P: 030/23125000 M: 0171/1234567|+493023125000|+491711234567",
                "D 030/23125000, G 030/23125001|+493023125000|+493023125001",
                "0171 1234567 & 0171 1234568|+491711234567|+491711234568",
                "0171 1234567 + 0171 1234568|+491711234567|+491711234568",
                "0171 1234567+0171 1234568|+491711234567|+491711234568",
                "0171 1234567 + +49 171 1234568|+491711234567|+491711234568",
                "0171 1234567 u. 0171 1234568|+491711234567|+491711234568",
                "0171 1234567 od. 0171 1234568|+491711234567|+491711234568",
                "0171 1234567 bzw. 0171 1234568|+491711234567|+491711234568",
                "Tel. 030 23125000 Fax 030 23125001|+493023125000|+493023125001",
                "Tel.: 030 23125000, Fax: 030 23125001|+493023125000|+493023125001",
                "Fax 030 23125001 Tel. 030 23125000|+493023125000|+493023125001",
                "T 030 23125000 F 030 23125001|+493023125000|+493023125001",
                "030 23125000, Fax: 030 23125001|+493023125000|+493023125001"
            })
    void knowsWhatSaysNothingBesideANumber(String written, String number, String other) {
        assertThat(WrittenContact.read(Kind.PHONE, written, "DE")).hasValueSatisfying(found -> {
            assertThat(found.value()).isEqualTo(number);
            assertThat(String.join(" ", found.others())).isEqualTo(other == null ? "" : other);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "FR,Tél. : 01 23 45 67 89,+33123456789",
        "FR,portable 06 12 34 56 78,+33612345678",
        "FR,06 12 34 56 78 ou 01 23 45 67 89,+33612345678",
        "CH,Natel 079 123 45 67,+41791234567",
        "CH,Tél. prof. 044 123 45 67,+41441234567",
        "UA,067/123/45/67,+380671234567",
        "CH,'P 044 123 45 67, N 079 123 45 67',+41441234567",
        "BE,GSM: 0475 12 34 56,+32475123456",
        "PL,tel. kom. 512 345 678,+48512345678",
        "PL,kom.: 512 345 678,+48512345678",
        "PL,tel. służbowy 22 512 34 56,+48225123456",
        "GB,Mob: 07400 123456,+447400123456",
        "GB,ph 020 7946 0018 (office),+442079460018"
    })
    void knowsTheWordsOfOtherLanguages(String country, String written, String number) {
        assertThat(WrittenContact.read(Kind.PHONE, written, country).map(WrittenContact::value))
                .contains(number);
    }

    /** Which of them is the fax, or that it is the only one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "030 23125000 Fax 030 23125001",
                "030 23125000 Tel 030 23125001 Fax",
                "Tel. 030 23125000, 030 23125001 Fax",
                "Tel., Fax: 030 23125000",
                "030 5550142, 3",
                "030 5550142 #12",
                "no: 030 5550142",
                "Durchwahl 12 030 5550142",
                "Fax Büro: 030 23125000",
                "F: 030 23125000",
                "nur Fax 030 23125000",
                "Tel. Mutter 030 23125000, Fax 030 23125001"
            })
    void callsNoFax(String written) {
        assertThat(WrittenContact.read(Kind.PHONE, written, "DE")).isEmpty();
    }

    /** A word says something that is not kept; a mark between two fields says nothing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0171 1234567;|false",
                "0171 1234567,|false",
                "\"0171 1234567\"|false",
                "0171 1234567 ab 18 Uhr|true",
                "18h 0171 1234567|true",
                "0171 1234567 (privat)|true"
            })
    void isRemarkedByWordsAndTimesOnly(String written, boolean isRemarked) {
        assertThat(WrittenContact.read(Kind.PHONE, written, "DE"))
                .hasValueSatisfying(found -> assertThat(found.isRemarked()).isEqualTo(isRemarked));
    }

    /** As programs write several into one field: each with the name before it, turned round by a comma. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Muster, Max <max@example.org>; Muster, Erika <erika@example.org>|max@example.org|erika@example.org",
                "Muster, Max <max@example.org>, Muster, Erika <erika@example.org>|max@example.org|erika@example.org",
                "\"Muster, Max\" <max@example.org>, \"Muster, Erika\" <erika@example.org>|max@example.org|erika@example.org",
                "max@example.org; Muster, Erika <erika@example.org>|max@example.org|erika@example.org",
                "max@example.org, Muster, Erika <erika@example.org>|max@example.org|erika@example.org",
                "Müller und Sohn <a@example.org>, Meier und Partner <b@example.org>|a@example.org|b@example.org",
                "Müller & Sohn <a@example.org>; Meier & Partner <b@example.org>|a@example.org|b@example.org",
                "Muster / Partner <max@example.org>|max@example.org|",
                "max@example.org; Muster / Partner <b@example.org>|max@example.org|b@example.org",
                "Alt, Franz <franz@example.org>; Alt, Eva <eva@example.org>|franz@example.org|eva@example.org",
                "Peter Nachbar <p@example.org>|p@example.org|",
                "Nachbar, Peter <p@example.org>|p@example.org|",
                "\"Nachbar, Peter\" <p@example.org>|p@example.org|",
                "Max Früher <p@example.org>|p@example.org|",
                "Früher, Max <p@example.org>|p@example.org|",
                "Eva Kein <p@example.org>|p@example.org|",
                "Tom Stop <p@example.org>|p@example.org|",
                "E-Mail privat: max@example.org|max@example.org|",
                "private E-Mail: max@example.org|max@example.org|",
                "E-Mail (privat): max@example.org|max@example.org|",
                "priv. max@example.org|max@example.org|",
                "gesch.: max@example.org|max@example.org|",
                "max@example.org (priv.)|max@example.org|",
                "rechnung@example.org (Buchhaltung)|rechnung@example.org|",
                "Buchhaltung: rechnung@example.org|rechnung@example.org|",
                "courriel : max@example.org|max@example.org|",
                "max@example.org (Mahnungen)|max@example.org|",
                "max@example.org bzw. b@example.org|max@example.org|b@example.org",
                "max@example.org + b@example.org|max@example.org|b@example.org",
                "mailmax@example.org; bert@example.org|mailmax@example.org|bert@example.org",
                "e-mail.max@example.org; bert@example.org|e-mail.max@example.org|bert@example.org"
            })
    void takesSeveralWithTheirNames(String written, String address, String other) {
        assertThat(WrittenContact.read(Kind.EMAIL, written, "DE")).hasValueSatisfying(found -> {
            assertThat(found.value()).isEqualTo(address);
            assertThat(String.join(" ", found.others())).isEqualTo(other == null ? "" : other);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna@example.com, alt, Bert <bert@example.com>",
                "anna@example.com, ungültig, Bert <bert@example.com>",
                "anna@example.com oder Mutter, Maria <m@example.com>",
                "anna@example.com / alt / Bert <bert@example.com>",
                "anna@example.com, Sohn; Bert <bert@example.com>",
                "anna@example.com, Muster, bert@example.com",
                "buchhaltung anna@example.com",
                "anna@example.com | alt | Bert <bert@example.com>",
                "anna@example.com + bert",
                "anna@example.com; Muster; Bert <bert@example.com>",
                "Anna <anna@example.com>; Bert",
                "Anna <anna@example.com>, nicht mehr, Bert <bert@example.com>",
                "anna / bert@example.com",
                "Nachbar <anna@example.com>",
                "Nachbar Kowalski <anna@example.com>",
                "Nachbarin Kowalski <anna@example.com>",
                "Kowalski (Nachbar) <anna@example.com>",
                "Kowalski, Nachbar <anna@example.com>",
                "gehört Peter Nachbar <anna@example.com>",
                "Anna früher <anna@example.com>",
                "Früher Meier <anna@example.com>",
                "Adresse früher <anna@example.com>",
                "Kein Kontakt <anna@example.com>",
                "STOP <anna@example.com>",
                "kein <anna@example.com>"
            })
    void takesNoRemarkForAName(String written) {
        assertThat(WrittenContact.read(Kind.EMAIL, written, "DE")).isEmpty();
    }
}
