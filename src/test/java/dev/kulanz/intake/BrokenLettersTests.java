package dev.kulanz.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.shared.BrokenLetters;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters are put right where the way back is certain; what may be meant as it is stays. */
class BrokenLettersTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jürgen Müßig",
                "Bahnhofstraße 1",
                "ÄÖÜ äöü ß",
                "Özdemir",
                "JOÃO GONÇALVES",
                "Łukasz Żółty",
                "Kovács Ödön",
                "Şükrü",
                "12 € – „Grüße“",
                "São Paulo",
                "voilà",
                "Ștefăniță",
                "Ελένη",
                "Иванов",
                "محمد",
                "田中さん",
                "Größe 👍",
                "À la carte"
            })
    void putsRightWhatWasReadInAnotherEncoding(String meant) {
        byte[] utf8 = meant.getBytes(StandardCharsets.UTF_8);
        String latin = new String(utf8, StandardCharsets.ISO_8859_1);

        assertThat(BrokenLetters.repaired(latin)).isEqualTo(meant);
        assertThat(BrokenLetters.repaired(throughAgain(latin, StandardCharsets.ISO_8859_1)))
                .isEqualTo(meant);
        String western = read(utf8, "windows-1252");
        if (western.indexOf('\ufffd') < 0) {
            assertThat(BrokenLetters.repaired(western)).isEqualTo(meant);
            String again = throughAgain(western, Charset.forName("windows-1252"));
            assertThat(again.indexOf('\ufffd') >= 0 ? meant : BrokenLetters.repaired(again))
                    .isEqualTo(meant);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MÃ¼ller,Müller",
        "MÃƒÂ¼ller,Müller",
        "MÃƒÆ’Ã‚Â¼ller,Müller",
        "M├╝ller,Müller",
        "M√ºller,Müller",
        "100 â‚¬,100 €",
        "Oâ€™Neill,O’Neill",
        "M&uuml;ller &amp; S&ouml;hne,Müller & Söhne",
        "M&#252;ller,Müller",
        "M&#xFC;ller,Müller",
        "M&amp;uuml;ller,Müller",
        "O&apos;Neill,O'Neill",
        "O&#39;Neill,O'Neill"
    })
    void putsRight(String broken, String meant) {
        assertThat(BrokenLetters.repaired(broken)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JOÃO",
                "JOÃO DA CONCEIÇÃO",
                "IRMÃ\u00a0MARIA",
                "Müller",
                "CAFÉ’S",
                "Voß’ Hof",
                "Voß’ & Weiß’",
                "CAFÉ’S UND RENÉ’S",
                "Weiß\u00a0& Groß\u00a0GmbH",
                "Größ",
                "Ångström",
                "ÎLE D’OLÉRON",
                "Łódź",
                "AT&T",
                "Müller & Söhne",
                "A&B;C",
                "R&D;",
                "ÄÖÜ",
                "„Ö“",
                "Þór Ðæ",
                "ÉÀÈ",
                "ﾌﾟ",
                "3 × ½",
                "Gebr. Weiß™",
                "x² + y³",
                "Đorđević",
                "ÑANDÚ",
                "Ýr",
                "µ°C",
                ""
            })
    void leavesWhatIsMeant(String text) {
        assertThat(BrokenLetters.repaired(text)).isSameAs(text);
        assertThat(BrokenLetters.isBeyondRepair(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Müller & SÃ¶hne", "SÃ¼ß und groÃŸ", "Straße 5 – 100 â‚¬", "Köln â€“ Ã\u009f"})
    void tellsWhatIsBeyondRepair(String text) {
        assertThat(BrokenLetters.isBeyondRepair(BrokenLetters.repaired(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"M?ller", "M³ller", "M÷ller", "H”fer", "B„cker", "Stra▀e", "M?LLER"})
    void missesLettersInNames(String name) {
        assertThat(BrokenLetters.hasLost(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Wer?Was GmbH", "Wer bist du?", "„Die Brücke“ e. V.", "Ihr „Bäcker“", "O’Neill", "m³", "Café ”X”"
            })
    void missesNoneInOthers(String name) {
        assertThat(BrokenLetters.hasLost(name)).isFalse();
    }

    @Test
    void endsWithWhateverIsSent() {
        assertThat(BrokenLetters.repaired("&amp;".repeat(3000) + "Ã".repeat(3000)))
                .isNotEmpty();
    }

    private static String throughAgain(String text, Charset charset) {
        return new String(text.getBytes(StandardCharsets.UTF_8), charset);
    }

    private static String read(byte[] bytes, String charset) {
        return new String(bytes, Charset.forName(charset));
    }
}
