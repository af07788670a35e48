package dev.kulanz.contact.print;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import dev.kulanz.shared.Unseen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A text as it stands on paper. Composed first (NFC, Hebrew letters with their points, too), Arabic letters joined, what
 * nobody sees left out. Whatever our fonts have no glyph for, or what has to be put together in a way that is not ours
 * (Indic and Thai letters, points and vowel signs alone, several marks on one letter, pictures in colour), is
 * <em>missing</em>: it is told by its code point and never printed as anything else.
 *
 * @param words what is printed
 * @param missing code points that can't be shown, in order, each once
 */
public record PrintedText(String words, List<Integer> missing) {

    private static final Set<Integer> SCRIPTS = Set.of(
            UScript.COMMON,
            UScript.INHERITED,
            UScript.LATIN,
            UScript.GREEK,
            UScript.CYRILLIC,
            UScript.ARMENIAN,
            UScript.GEORGIAN,
            UScript.HEBREW,
            UScript.ARABIC);

    private static final Set<Byte> UNSAID =
            Set.of(Character.UNASSIGNED, Character.PRIVATE_USE, Character.SURROGATE, Character.CONTROL);

    /** Around what is named in a text that runs the other way. */
    private static final String LEFT_TO_RIGHT = "\u200e";

    private static final int LAST_PLAIN = 0x17f;

    /** What our own sentences need besides; {@link #isPlain} is asked of every page. */
    private static final String PLAIN_TOO = "–—‘’‚“”„…€";

    private static final int SOFT_HYPHEN = 0xad;
    private static final int NO_BREAK_SPACE = 0xa0;
    private static final Set<Integer> JOINERS = Set.of(0x200c, 0x200d);
    private static final int LONGEST_HEBREW = 3;

    /** Hebrew letters with points that Unicode composes nowhere by itself, by their parts. */
    private static final Map<String, String> HEBREW = hebrew();

    public PrintedText {
        missing = List.copyOf(missing);
    }

    /** How a text is printed. */
    public static PrintedText of(String text) {
        return isPlain(text) ? new PrintedText(text, List.of()) : composed(text);
    }

    /** Whether all of it can be shown. */
    public boolean isWhole() {
        return missing.isEmpty();
    }

    /** In thousandths of the font size, of the wider of regular and bold. */
    public int width() {
        Glyphs glyphs = Glyphs.read();
        return words.codePoints().map(glyphs::width).sum();
    }

    /** Whether Open Sans alone can print it. */
    public static boolean isOfFirstChoice(String words) {
        return isPlain(words)
                || words.codePoints()
                        .allMatch(point -> point < ' ' || Glyphs.read().hasInFirstChoice(point));
    }

    /** Latin letters of western and central Europe, of which nothing has to be looked up. */
    static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c > LAST_PLAIN ? PLAIN_TOO.indexOf(c) >= 0 : isPlain(c));
    }

    private static boolean isPlain(int point) {
        return point != SOFT_HYPHEN && (point < 0x7f || point >= NO_BREAK_SPACE) && !isControl(point);
    }

    private static boolean isControl(int point) {
        return point < ' ' && point != '\n' && point != '\r' && point != '\t';
    }

    private static PrintedText composed(String text) {
        int[] letters = hebrewComposed(Unseen.composed(text))
                .codePoints()
                .map(PrintedText::space)
                .filter(point -> !isUnseen(point))
                .toArray();
        int[] joined = Joining.joined(letters);
        StringBuilder words = new StringBuilder();
        List<Integer> missing = new ArrayList<>();
        List<Integer> run = new ArrayList<>();
        boolean turned = false; // looked at as it grows: all of it again for each run would take hours
        for (int at = 0; at < letters.length; at++) {
            if (joined[at] == Joining.TAKEN_IN || JOINERS.contains(letters[at])) {
                continue;
            }
            if (canPrint(letters, joined, at)) {
                tell(run, turned, words);
                words.appendCodePoint(joined[at]);
                turned = turned || Direction.isTurned(Character.toString(joined[at]));
            } else {
                run.add(letters[at]);
                missing.add(letters[at]);
            }
        }
        tell(run, turned, words);
        return new PrintedText(words.toString(), missing.stream().distinct().toList());
    }

    /**
     * What can't be shown is named.
     *
     * @param turned whether the words before it run the other way
     */
    private static void tell(List<Integer> run, boolean turned, StringBuilder words) {
        if (!run.isEmpty()) {
            words.append(turned ? LEFT_TO_RIGHT : "").append(named(run)).append(turned ? LEFT_TO_RIGHT : "");
            run.clear();
        }
    }

    /** Code points as people who look them up write them. */
    public static String named(List<Integer> points) {
        return points.stream().map("U+%04X"::formatted).collect(Collectors.joining(" ", "[", "]"));
    }

    private static boolean canPrint(int[] letters, int[] joined, int at) {
        int letter = letters[at];
        if (letter == '\n' || letter == '\r' || letter == '\t') {
            return true;
        }
        if (joined[at] == Joining.NO_FORM
                || UNSAID.contains((byte) Character.getType(letter))
                || !SCRIPTS.contains(UScript.getScript(letter))
                || UCharacter.hasBinaryProperty(letter, UProperty.EMOJI_PRESENTATION)
                || !Glyphs.read().has(joined[at])) {
            return false;
        }
        return !isMark(letter) || stands(letters, at);
    }

    /** A mark that was not composed finds its place where it stands alone at a letter that is written from the left. */
    private static boolean stands(int[] letters, int at) {
        return at > 0
                && Character.isLetterOrDigit(letters[at - 1])
                && Character.getDirectionality(letters[at - 1]) == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                && Glyphs.read().standsAt(letters[at - 1], letters[at])
                && (at + 1 == letters.length || !isMark(letters[at + 1]));
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static int space(int point) {
        return Character.getType(point) == Character.SPACE_SEPARATOR && point != NO_BREAK_SPACE ? ' ' : point;
    }

    /** Marks of direction, of hyphens, of how a picture looks; joiners are left out when they have done their work. */
    private static boolean isUnseen(int point) {
        return UCharacter.hasBinaryProperty(point, UProperty.DEFAULT_IGNORABLE_CODE_POINT) && !JOINERS.contains(point);
    }

    private static Map<String, String> hebrew() {
        Map<String, String> composed = new HashMap<>();
        for (int point = 0xfb1d; point <= 0xfb4e; point++) {
            String whole = Character.toString(point);
            String parts = Unseen.decomposed(whole);
            if (parts.length() > 1 && parts.length() <= LONGEST_HEBREW) {
                composed.put(parts, whole);
            }
        }
        return composed;
    }

    private static String hebrewComposed(String text) {
        StringBuilder composed = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int length = Math.min(LONGEST_HEBREW, text.length() - at);
            while (length > 1 && !HEBREW.containsKey(text.substring(at, at + length))) {
                length--;
            }
            String part = text.substring(at, at + length);
            composed.append(HEBREW.getOrDefault(part, part));
            at += length;
        }
        return composed.toString();
    }
}
