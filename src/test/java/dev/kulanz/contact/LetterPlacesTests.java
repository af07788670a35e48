package dev.kulanz.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.contact.PlacesOnPaper.Glyph;
import dev.kulanz.contact.print.PrintedText;
import dev.kulanz.receivables.Creditor;
import dev.kulanz.receivables.Debtor;
import dev.kulanz.receivables.ItemBalance;
import java.io.IOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is written to whom: all of it stands where it must, and nothing is cut. */
class LetterPlacesTests {

    private static final String WORD =
            "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft";

    private final Print print = new Print();

    private static Debtor to(String name, @Nullable String contact, String street, String city, String country) {
        Debtor some = Sample.letter(Step.DUNNING_NOTICE, "firm").debtor();
        return new Debtor(
                some.id(),
                some.creditorId(),
                some.externalId(),
                Debtor.Type.BUSINESS,
                name,
                null,
                contact,
                "de",
                street,
                "04109",
                city,
                country,
                null,
                null);
    }

    private static Creditor from(String name) {
        Creditor some = Sample.letter(Step.DUNNING_NOTICE, "firm").content().creditor();
        return from(name, some.email(), some.phone(), some.website(), some.legalNotice());
    }

    private static Creditor from(
            String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String website,
            @Nullable String legalNotice) {
        Creditor some = Sample.letter(Step.DUNNING_NOTICE, "firm").content().creditor();
        return new Creditor(
                some.id(),
                name,
                some.street(),
                some.postcode(),
                some.city(),
                some.country(),
                email,
                phone,
                website,
                legalNotice,
                some.privacyUrl(),
                some.deductsInputTax(),
                some.defaultLanguage(),
                some.firstContactDays(),
                some.channels(),
                some.accounts(),
                some.createdAt(),
                some.updatedAt());
    }

    private static MessageContent content(Creditor from, Debtor to, List<ItemBalance> items) {
        MessageContent some = Sample.letter(Step.DUNNING_NOTICE, "firm").content();
        return new MessageContent(
                some.contact(),
                from,
                to,
                Division.undivided(items),
                some.currency(),
                some.payBy(),
                some.defaultSince(),
                some.reference(),
                some.about(),
                some.today(),
                null,
                Set.of());
    }

    private List<Glyph> printed(MessageContent content) throws IOException {
        String page = new Texts()
                .writeLetter(content, "https://pay.example/pay/AZ0lq9fYd0CkYw3m5n2u")
                .html();
        try (PDDocument letter = Loader.loadPDF(print.pdf(page))) {
            return PlacesOnPaper.of(letter, 1);
        }
    }

    /** Letter by letter, whatever the order in which they are drawn. */
    private static String letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC) // print joins letters, as ff
                .replaceAll("\\s+", "")
                .codePoints()
                .sorted()
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static void assertStandsInTheWindow(List<Glyph> page, Debtor to) {
        List<Glyph> window = page.stream()
                .filter(glyph -> glyph.left() < 107 && glyph.base() > 62.7 && glyph.base() < 98)
                .filter(glyph -> glyph.right() > 10) // fold marks
                .toList();
        assertThat(window).allSatisfy(glyph -> {
            assertThat(glyph.left()).isGreaterThanOrEqualTo(20);
            assertThat(glyph.right()).isLessThanOrEqualTo(105);
            assertThat(glyph.base()).isLessThanOrEqualTo(90);
            assertThat(glyph.points()).isGreaterThanOrEqualTo(6.9);
        });
        String wanted = to.name()
                + (to.contactName() == null ? "" : to.contactName())
                + to.street()
                + to.postcode()
                + to.city()
                + (to.country().equals("DE") ? "" : "POLEN");
        assertThat(letters(window.stream().map(Glyph::text).collect(Collectors.joining())))
                .isEqualTo(letters(PrintedText.of(wanted).words()));
    }

    private static void assertStandsOnThePaper(List<Glyph> page) {
        assertThat(page).allSatisfy(glyph -> {
            assertThat(glyph.left()).as("%s", glyph).isGreaterThanOrEqualTo(4);
            assertThat(glyph.right()).as("%s", glyph).isLessThanOrEqualTo(197);
            assertThat(glyph.base()).as("%s", glyph).isBetween(5.0, 293.0);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna Beispiel",
                WORD,
                "Gesellschaft für Landschaftspflege und Gartenbau Oberlausitz mbH & Co. KG und Partner",
                "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
                "Шлезвиг-Гольштейн Общество с ограниченной ответственностью Пример и Сыновья, Лейпциг",
                "شركة النموذج للتجارة والخدمات العامة المحدودة وشركاه في لايبزيغ وبرلين وهامبورغ",
                "חברת הדוגמה למסחר ושירותים כלליים בערבון מוגבל ושותפיה בלייפציג ובברלין"
            })
    void theAddressStandsInTheWindowWhole(String name) throws IOException {
        for (Debtor to : List.of(
                to(name, null, "Ahornstraße 17", "Leipzig", "DE"),
                to(name, "Frau Dr. Maximiliane Beispiel-Musterfrau, Buchhaltung", WORD, "Leipzig", "PL"))) {
            MessageContent content = content(
                    from("Lindenhof"),
                    to,
                    Sample.letter(Step.DUNNING_NOTICE, "firm").content().items());
            assertThat(LetterWriting.canWrite(content.creditor(), to, null, content.items()))
                    .isTrue();
            List<Glyph> page = printed(content);
            assertStandsInTheWindow(page, to);
            assertStandsOnThePaper(page);
        }
    }

    @Test
    void anAddressThatFindsNoRoomIsNotWritten() {
        String endless = "W".repeat(140);
        Debtor to = to(endless, endless, endless, "W".repeat(100), "PL");
        assertThat(LetterPlaces.address(to, null, from("Lindenhof"), Locale.GERMANY))
                .isEmpty();
        assertThat(LetterWriting.canWrite(from("Lindenhof"), to, null, List.of()))
                .isFalse();
        assertThat(LetterWriting.canWrite(
                        from("Lindenhof"), to("x ".repeat(2_000), null, "A 1", "Leipzig", "DE"), null, List.of()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {WORD, "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW und Söhne"})
    void longWordsOfTheSenderAndTheInvoicesStayOnThePaper(String word) throws IOException {
        List<ItemBalance> items = List.of(
                Sample.item(word, "149.90", "149.90", word + word), Sample.item("R-2", "999999999.99", "1.00", "x"));
        List<Glyph> page = printed(content(from(word), to(word, null, "A 1", "Leipzig", "DE"), items));
        assertStandsOnThePaper(page);
    }

    /** As long as each of them may be at all. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 20, 80})
    void whatTheSenderTellsOfHimselfStandsInItsPlaceOrBehindTheLetter(int length) throws IOException {
        Creditor from = from(
                "Lindenhof",
                "a".repeat(Math.min(60, length + 1)) + "@" + "b".repeat(length) + ".example",
                "030 " + "5".repeat(Math.min(136, length * 4)),
                "https://lindenhof.example/" + "w".repeat(length * 2),
                "Amtsgericht Charlottenburg HRB 12345. ".repeat(length / 2 + 1));
        Debtor to = to("Anna Beispiel", null, "Ahornstraße 17", "Leipzig", "DE");
        MessageContent content = content(
                from, to, Sample.letter(Step.DUNNING_NOTICE, "firm").content().items());
        String html = new Texts().writeLetter(content, null).html();
        assertThat(html.replace('\u00a0', ' ')).contains("HRB 12345", from.website());
        try (PDDocument letter = Loader.loadPDF(print.pdf(html))) {
            for (int page = 1; page <= letter.getNumberOfPages(); page++) {
                List<Glyph> glyphs = PlacesOnPaper.of(letter, page);
                assertStandsOnThePaper(glyphs);
                assertNothingStandsOnAnother(glyphs);
            }
        }
    }

    private static void assertNothingStandsOnAnother(List<Glyph> page) {
        List<Glyph> shown =
                page.stream().filter(glyph -> !glyph.text().isBlank()).toList();
        for (int at = 0; at < shown.size(); at++) {
            Glyph one = shown.get(at);
            assertThat(shown.subList(at + 1, shown.size()))
                    .as("on %s", one)
                    .noneMatch(other -> Math.abs(one.base() - other.base()) < 1.5
                            && one.left() + 0.4 < other.right()
                            && other.left() + 0.4 < one.right());
        }
    }
}
