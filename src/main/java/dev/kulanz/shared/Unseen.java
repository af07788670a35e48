package dev.kulanz.shared;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What can't be seen, and comes along when people copy from a page, a PDF or a phone: it tells no two ids apart, and nobody
 * finds again what was kept with it. Marks that turn the direction of writing are not among it: they show another text
 * than is there, and {@link Legible} refuses them.
 */
public final class Unseen {

    /** Ignored by default when shown (Unicode: Default_Ignorable_Code_Point) and not of category Cf. */
    private static final String FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0";

    private static final Pattern BLANKS = Pattern.compile("\\p{Z}+");
    private static final String HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63";
    private static final Pattern AROUND_NUMBERS = Pattern.compile("[\u202a\u202c\u202d\u2066\u2068\u2069]");
    private static final int ZERO_WIDTH_SPACE = 0x200b;
    private static final int JOINER = 0x200d;

    /** Scripts whose letters have one shape wherever they stand: nothing between them is needed. */
    private static final Set<UnicodeScript> ALWAYS_ALIKE =
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.GREEK, UnicodeScript.CYRILLIC, UnicodeScript.GEORGIAN);

    /** No script sets more marks on one letter (UAX #15, Stream-Safe Text Format). */
    private static final int MOST_MARKS = 30;

    /** A flag is drawn with seven. */
    private static final int MOST_IN_A_ROW = 16;

    private Unseen() {}

    /**
     * The text composed (NFC). One with more marks on a letter than anybody reads stays as it is: to bring them into order
     * takes a time that grows with the square of their number, and who sent enough of them would hold a thread for minutes.
     */
    public static String composed(String text) {
        return normalized(text, Normalizer.Form.NFC);
    }

    /** The same with each letter in its parts (NFD). */
    public static String decomposed(String text) {
        return normalized(text, Normalizer.Form.NFD);
    }

    private static String normalized(String text, Normalizer.Form form) {
        return Ascii.isAscii(text) || hasHeapsOfMarks(text) ? text : Normalizer.normalize(text, form);
    }

    private static boolean hasHeapsOfMarks(String text) {
        int marks = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            marks = isMark(text.codePointAt(i)) ? marks + 1 : 0;
            if (marks > MOST_MARKS) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /**
     * An id or a number as it is kept and looked for, wherever it comes in: without what can't be seen, with one kind of
     * blank, of hyphen and of width of its letters and digits, and with the letters that programs broke put right. Upper and
     * lower case stay what they are.
     */
    public static String foldedId(String written) {
        return folded(BrokenLetters.repaired(written), true);
    }

    /**
     * An e-mail address or a phone number without what can't be seen; hyphens stay what they are. Around numbers phones put
     * marks for the direction of writing, which say nothing there.
     */
    public static String foldedAddress(String written) {
        return folded(
                Ascii.isAscii(written)
                        ? written
                        : AROUND_NUMBERS.matcher(written).replaceAll(""),
                false);
    }

    private static String folded(String written, boolean hyphens) {
        if (Ascii.isAscii(written)) {
            return oneBlank(written);
        }
        StringBuilder folded = new StringBuilder(written.length());
        composed(written)
                .codePoints()
                .filter(c -> !isUnseen(c))
                .map(c -> hyphens || HYPHENS.indexOf(c) < 0 ? folded(c) : c)
                .forEach(folded::appendCodePoint);
        return oneBlank(folded.toString());
    }

    /**
     * A name or another text without what says nothing in it. Kept is what its script needs: joiners in Persian or in the
     * scripts of India, places to break a line in Thai or Khmer, the variants of Chinese characters and of emoji.
     */
    public static String foldedText(String written) {
        if (Ascii.isAscii(written)) {
            return written;
        }
        boolean turns = written.codePoints().anyMatch(Unseen::isWrittenFromTheRight);
        StringBuilder kept = new StringBuilder(written.length());
        written.codePoints()
                .filter(c -> !isUnseen(c) || (isDirectionMark(c) ? turns : isNeededAfter(kept, c)))
                .forEach(kept::appendCodePoint);
        int end = kept.length();
        while (end > 0 && isUnseen(kept.codePointBefore(end)) && !isVariant(kept.codePointBefore(end))) {
            end = kept.offsetByCodePoints(end, -1);
        }
        kept.setLength(end);
        return kept.toString();
    }

    /** The first character that was left out or folded; empty if nothing was. Blanks are none. */
    public static OptionalInt firstFolded(String written) {
        return written.codePoints()
                .filter(c -> isUnseen(c) || (folded(c) != c && !isBlank(c)))
                .findFirst();
    }

    /** Whether nothing is to be seen of it, be it with or without a width. */
    static boolean isUnseen(int c) {
        if (c < 0xad) {
            return false;
        }
        boolean turning = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
        return (Character.getType(c) == Character.FORMAT && !turning) || FILLERS.indexOf(c) >= 0 || isVariant(c);
    }

    private static boolean isVariant(int c) {
        return (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef);
    }

    private static int folded(int c) {
        if (c >= 0xff01 && c <= 0xff5e) {
            return c - 0xfee0; // fullwidth forms of ASCII
        }
        return HYPHENS.indexOf(c) >= 0 ? '-' : c;
    }

    private static boolean isNeededAfter(StringBuilder kept, int c) {
        int last = kept.length();
        for (int back = 0; last > 0 && isUnseen(kept.codePointBefore(last)); back++) {
            if (back == MOST_IN_A_ROW) {
                return false;
            }
            last = kept.offsetByCodePoints(last, -1);
        }
        if (last == 0) {
            return false;
        }
        int before = kept.codePointBefore(last);
        boolean repeated = last < kept.length() && kept.codePointBefore(kept.length()) == c;
        boolean serves = c == ZERO_WIDTH_SPACE || c == 0x200c || c == JOINER || isVariant(c) || c >= 0xe0020;
        return serves && !repeated && hasShapes(before);
    }

    /** Letters that look differently by what stands beside them, and pictures. */
    private static boolean hasShapes(int c) {
        if (Character.isLetter(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK) {
            UnicodeScript script = UnicodeScript.of(c);
            return !ALWAYS_ALIKE.contains(script)
                    && script != UnicodeScript.COMMON
                    && script != UnicodeScript.INHERITED;
        }
        return Character.getType(c) == Character.OTHER_SYMBOL || Character.getType(c) == Character.MODIFIER_SYMBOL;
    }

    private static boolean isDirectionMark(int c) {
        return c == 0x200e || c == 0x200f || c == 0x061c;
    }

    private static boolean isWrittenFromTheRight(int c) {
        byte direction = Character.getDirectionality(c);
        return Character.isLetter(c)
                && (direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
    }

    private static boolean isBlank(int c) {
        return Character.isSpaceChar(c);
    }

    private static String oneBlank(String text) {
        return text.indexOf("  ") < 0 && Ascii.isAscii(text)
                ? text.strip()
                : BLANKS.matcher(text).replaceAll(" ").strip();
    }
}
