package dev.kulanz.contact.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can stand on paper as it was written, and what can't. */
class PrintedTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Łukasz Yağmur-Müßig",
                "Ἀθηνᾶ Παράδειγμα",
                "Володимир Ћирић Җәлил",
                "ნინო მაგალითი",
                "Արամ Օրինակ",
                "דוד לדוגמה",
                "Nguyễn Thị Ngọc Hằng",
                "Ọlá Rẹ́mi",
                "Rene\u0301",
                "ọ̀ ẹ́ g\u0303 t\u0331",
                "A\u00adnna\u200b",
                "100 ₺ – „Größe 43“"
            })
    void isWhole(String text) {
        assertThat(PrintedText.of(text).missing()).isEmpty();
    }

    /** A dossier names thousands of subjects: what can't be shown in them is told in one go, not all of it again for each. */
    @Test
    void tellsManyThatAreMissingInTimeThatGrowsWithThem() {
        String page = "<html><body>" + ("<td>" + "王 ".repeat(100) + "</td>").repeat(2000) + "</body></html>";
        PrintedPage printed = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> PrintedPage.of(page));
        assertThat(printed.missing()).containsExactly(0x738b);
        assertThat(printed.xhtml())
                .startsWith("<html><body><td>[U+738B] [U+738B] ")
                .endsWith("[U+738B] </td></body></html>");
    }

    /** Between words that run from right to left it is held together; before them it needs nothing. */
    @Test
    void namesWhatIsMissingAsTheWordsBeforeItRun() {
        assertThat(PrintedText.of("王 דוד 王 王").words())
                .isEqualTo("[U+738B] דוד \u200e[U+738B]\u200e \u200e[U+738B]\u200e");
    }

    /** Each letter in the form that it has there, and none as it stands alone. */
    @ParameterizedTest
    @CsvSource({
        "محمد, FEE3 FEA4 FEE4 FEAA",
        "سلام, FEB3 FEFC FEE1",
        "لايبزيغ, FEFB FEF3 FE92 FEB0 FEF3 FECE",
        "المحدودة, FE8D FEDF FEE4 FEA4 FEAA FEED FEA9 FE93",
        "چپ, FB7C FB57",
        "علی‌رضا, FECB FEE0 FBFD FEAD FEBF FE8E"
    })
    void joinsArabicLetters(String text, String forms) {
        PrintedText printed = PrintedText.of(text);
        assertThat(printed.missing()).isEmpty();
        assertThat(printed.words().codePoints().mapToObj("%04X"::formatted)).containsExactly(forms.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "王小明, [U+738B U+5C0F U+660E]",
        "Ann สม, Ann [U+0E2A U+0E21]",
        "देव, [U+0926 U+0947 U+0935]",
        "Anna 😀☕, Anna [U+1F600 U+2615]",
        "\ue000, [U+E000]",
        "x\u0323\u0301\u0300, x[U+0323 U+0301 U+0300]",
        "محمّد, ﻣﺤﻤ\u200e[U+0651]\u200eﺪ"
    })
    void namesWhatIsMissingByItsCodePoint(String text, String words) {
        PrintedText printed = PrintedText.of(text);
        assertThat(printed.isWhole()).isFalse();
        assertThat(printed.words()).isEqualTo(words);
    }

    /** They would be drawn through the capital letter, or beside the narrow one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ọ\u0301látúnjí",
                "Ẹ\u0300bùn",
                "Э\u0301мма",
                "L\u0304",
                "N\u0304",
                "J\u030cura",
                "l\u0303",
                "j\u0303",
                "Q\u0303"
            })
    void printsNoMarkWhereItDoesNotStand(String name) {
        assertThat(PrintedText.of(name).missing()).hasSize(1);
    }

    @Test
    void aPageKeepsItsMarksAndEntities() {
        PrintedPage page = PrintedPage.of("<p title=\"王\">\u0338&amp;王<b>é</b></p>");
        assertThat(page.xhtml()).isEqualTo("<p title=\"王\">[U+0338]&amp;[U+738B]<b>é</b></p>");
        assertThat(page.missing()).containsExactly(0x338, 0x738b);
    }

    /** What is taken for granted without looking is there, in both weights of the first choice. */
    @Test
    void ourFirstFontHasTheLettersOfWesternAndCentralEurope() {
        IntStream.concat(IntStream.rangeClosed(' ', 0x17f), "–—‘’‚“”„…€".codePoints())
                .filter(point -> !Character.isISOControl(point) && point != 0xad)
                .forEach(point -> assertThat(Glyphs.read().hasInFirstChoice(point))
                        .as("U+%04X", point)
                        .isTrue());
    }
}
