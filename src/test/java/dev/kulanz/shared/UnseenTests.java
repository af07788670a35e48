package dev.kulanz.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can't be seen tells no two ids apart; in names what their script needs stays. */
class UnseenTests {

    /** Soft hyphen, zero widths, joiners, direction marks, word joiner, byte order mark, variation selectors, fillers, tags. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                0xad, 0x34f, 0x61c, 0x115f, 0x17b4, 0x180b, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2060,
                0x2062, 0x206f, 0x3164, 0xfe0f, 0xfeff, 0xffa0, 0xfff9, 0xe0001, 0xe007f, 0xe0100
            })
    void leavesOutOfIdsWhatCannotBeSeen(int unseen) {
        String one = Character.toString(unseen);

        assertThat(Unseen.foldedId(one + "RE-" + one + one + "5001" + one)).isEqualTo("RE-5001");
        assertThat(Unseen.firstFolded("RE" + one)).hasValue(unseen);
    }

    @ParameterizedTest
    @ValueSource(ints = {0xa0, 0x1680, 0x2002, 0x2007, 0x2009, 0x202f, 0x205f, 0x3000})
    void knowsOneBlank(int blank) {
        String one = Character.toString(blank);

        assertThat(Unseen.foldedId(one + "RE" + one + " 5001" + one)).isEqualTo("RE 5001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RE‐5001", "RE‑5001", "RE–5001", "RE—5001", "RE−5001", "ＲＥ－５００１", " RE-5001 "})
    void knowsOneHyphenAndOneWidth(String written) {
        assertThat(Unseen.foldedId(written)).isEqualTo("RE-5001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"R²-1", "Größe-1", "re-5001", "№ 5", "ﬁ-1", "①", "R\u202e5001", "R\u20661"})
    void leavesWhatCanBeSeenAndWhatLegibleRefuses(String written) {
        assertThat(Unseen.foldedId(written)).isEqualTo(written);
    }

    /** To bring more of them into order takes minutes where somebody sends enough of them. */
    @Test
    void leavesHeapsOfMarksAsTheyAre() {
        String read = "a" + "\u0301\u0323".repeat(15);
        String heap = "a" + "\u0301\u0323".repeat(16);
        String huge = heap + "\u0301\u0323".repeat(50_000);

        assertThat(Unseen.composed(read)).startsWith("\u1ea1").isNotEqualTo(read);
        assertThat(Unseen.decomposed(read)).startsWith("a\u0323\u0323").hasSameSizeAs(read);
        assertThat(Unseen.composed(heap)).isSameAs(heap);
        assertThat(Unseen.decomposed(heap)).isSameAs(heap);
        assertThat(Unseen.foldedId(huge)).isEqualTo(huge);
        assertThat(Unseen.foldedAddress(huge)).isEqualTo(huge);
        assertThat(MailAddress.of(huge + "@example.com")).isEmpty();
    }

    @Test
    void keepsNoHeapsOfJoiners() {
        assertThat(Unseen.foldedText("\u0915" + "\u200d\ufe0f".repeat(50_000) + "\u0937"))
                .hasSizeLessThan(20);
    }

    @Test
    void composesLetters() {
        assertThat(Unseen.foldedId("Mu\u0308-1")).isEqualTo("Mü-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "می\u200cخواهم", // Persian needs the non-joiner
                "क्\u200dष", // and Hindi the joiner
                "辻\udb40\udd00", // a variant of a Japanese name
                "❤\ufe0f",
                "👨\u200d👩\u200d👧",
                "ភាសា\u200bខ្មែរ",
                "משה\u200f (a)"
            })
    void keepsInNamesWhatTheirScriptNeeds(String name) {
        assertThat(Unseen.foldedText(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No\u200bra",
                "\ufeffNora",
                "Nora\u00ad",
                "No\u200cra",
                "N\u2060ora",
                "Nora\u200e",
                "\u200dNora",
                "Nora\ufe0f"
            })
    void leavesOutOfNamesWhatSaysNothing(String name) {
        assertThat(Unseen.foldedText(name)).isEqualTo("Nora");
    }

    @Test
    void takesTheMarksOfPhonesFromNumbersOnly() {
        assertThat(Unseen.foldedAddress("\u202a+49 171 3920012\u202c")).isEqualTo("+49 171 3920012");
        assertThat(Unseen.foldedAddress("no\u200bra@example.org")).isEqualTo("nora@example.org");
        assertThat(Unseen.foldedAddress("a–b@example.org")).isEqualTo("a–b@example.org");
    }
}
