package dev.kulanz.shared;

import java.util.regex.Pattern;

/** How a creditor's id is written, wherever one comes in. */
public final class CreditorId {

    /** What to tell where {@link #isOne} says no. */
    public static final Said WRITTEN =
            Said.of("creditor.id", "A creditor's id has 1 to 60 letters, digits, dots, dashes or underscores.");

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._-]{1,60}");

    private CreditorId() {}

    public static boolean isOne(String text) {
        return ALLOWED.matcher(text).matches();
    }
}
