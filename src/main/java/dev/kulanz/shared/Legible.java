package dev.kulanz.shared;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a text can be kept and shown: without control characters that no person writes, and without what stands for a
 * character that was lost on the way (half a pair, U+FFFD): two texts that differ there only would be kept as the same.
 */
public final class Legible {

    /** Characters of the longest text that any field takes, a note. */
    public static final int LONGEST = 4_000;

    private static final String LOST = "\\p{Cs}\\ufffd\\p{IsNoncharacter_Code_Point}";

    /** Marks that turn the direction of writing change what stands around them, and show another text than is there. */
    private static final String TURNING = "\\u202a-\\u202e\\u2066-\\u2069";

    private static final Pattern NOT_IN_A_LINE = Pattern.compile("[\\p{Cc}\\u2028\\u2029" + TURNING + LOST + "]");

    private static final Pattern NOT_IN_A_TEXT = Pattern.compile("[[\\p{Cc}&&[^\\r\\n\\t]]" + TURNING + LOST + "]");

    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\s\\p{Cc}\\p{Cf}\\p{Z}\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u2800\\u3164\\ufe00-\\ufe0f\\uffa0]*+");

    private static final int LONGEST_SHOWN = 60;

    private Legible() {}

    /** One line; it may stand in the header of a mail. */
    public static boolean isLine(String text) {
        return notInALine(text).isEmpty();
    }

    /** Whether nothing of it can be seen: such an id is one that nobody finds again. */
    public static boolean isBlank(String text) {
        return text.isEmpty()
                || (!Ascii.isVisible(text.charAt(0)) && INVISIBLE.matcher(text).matches());
    }

    /** The first character that can't stand in such a line. */
    public static OptionalInt notInALine(String text) {
        if (Ascii.isPrintable(text)) {
            return OptionalInt.empty();
        }
        Matcher found = NOT_IN_A_LINE.matcher(text);
        return found.find() ? OptionalInt.of(text.codePointAt(found.start())) : OptionalInt.empty();
    }

    /** Lines and tabs. */
    public static boolean isText(String text) {
        return !NOT_IN_A_TEXT.matcher(text).find();
    }

    /** A text of any kind and length as it may stand in a message. */
    public static String quoted(String text) {
        return "“" + shown(text) + "”";
    }

    /** The same without quotation marks, for a name. */
    public static String shown(String text) {
        String begin = text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
        return NOT_IN_A_LINE.matcher(begin).replaceAll("\ufffd");
    }
}
