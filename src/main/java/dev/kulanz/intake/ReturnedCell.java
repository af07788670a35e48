package dev.kulanz.intake;

import java.util.regex.Pattern;

/**
 * A value on its way back to who sent it: a spreadsheet must not run it, and sent again it must be what it was. So whatever a
 * spreadsheet might run gets an apostrophe in front, and loses it again. Numbers with a sign are left as they are.
 */
final class ReturnedCell {

    private static final Pattern RUN =
            Pattern.compile("'*\\s*[=+\\-@\\t\\r\\uff1d\\uff0b\\uff0d\\uff20].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("'*[+-]?[0-9][0-9 .,/()'-]*");

    private ReturnedCell() {}

    /** As it may be opened. */
    static String guarded(String value) {
        return isRun(value) ? "'" + value : value;
    }

    /** As it was before {@link #guarded}. */
    static String restored(String value) {
        return value.startsWith("'") && isRun(value) ? value.substring(1) : value;
    }

    /** Apostrophes at its start do not count, so that one more or less changes nothing. */
    private static boolean isRun(String value) {
        return RUN.matcher(value).matches() && !NUMBER.matcher(value).matches();
    }
}
