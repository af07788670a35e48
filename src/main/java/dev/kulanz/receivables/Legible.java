package dev.kulanz.receivables;

import java.util.regex.Pattern;

/** Whether a text can be kept and shown: without the control characters that no person writes. */
public final class Legible {

    private static final Pattern NOT_IN_A_LINE = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");
    private static final Pattern NOT_IN_A_TEXT = Pattern.compile("[\\p{Cc}&&[^\\r\\n\\t]]");

    private Legible() {}

    /** One line; it may stand in the header of a mail. */
    public static boolean isLine(String text) {
        return !NOT_IN_A_LINE.matcher(text).find();
    }

    /** Lines and tabs. */
    public static boolean isText(String text) {
        return !NOT_IN_A_TEXT.matcher(text).find();
    }
}
