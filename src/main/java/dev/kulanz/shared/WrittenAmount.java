package dev.kulanz.shared;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Amounts as people and their programs write them, in a file or a form: {@code 1234.56}, {@code 1.234,56},
 * {@code 1'234.50}, {@code 1 234,50}, {@code 1.234.567}, {@code 12,34,567.00} or {@code 120,-}; below zero as
 * {@code -8,90}, {@code 8,90-} or {@code (8,90)}. With one separator before three digits nobody can tell.
 */
public final class WrittenAmount {

    public static final int LONGEST = 30;

    private static final Pattern PLAIN = Pattern.compile("[0-9]+(?:\\.[0-9]{1,2}|\\.[0-9]{4,})?");
    private static final Pattern COMMA = Pattern.compile("[0-9]+,(?:[0-9]{1,2}|[0-9]{4,})");
    private static final Pattern GERMAN = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{3})+,[0-9]+");
    private static final Pattern ENGLISH = Pattern.compile("[0-9]{1,3}(?:,[0-9]{3})+\\.[0-9]+");
    private static final Pattern INDIAN = Pattern.compile("[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\\.[0-9]+)?");
    private static final Pattern GROUPS = Pattern.compile("[0-9]{1,3}(?:(?:\\.[0-9]{3}){2,}|(?:,[0-9]{3}){2,})");
    private static final Pattern DOUBTFUL = Pattern.compile("[0-9]+[.,][0-9]{3}");

    /** A blank or an apostrophe before three digits can't be a decimal separator. */
    private static final Pattern SPACED =
            Pattern.compile("[0-9]{1,3}(?:(?: [0-9]{3})+|(?:['\u2019\u00b4`][0-9]{3})+)(?:[.,][0-9]+)?");

    private static final Pattern SPACES = Pattern.compile("[ '\u2019\u00b4`]");
    private static final Pattern BLANK = Pattern.compile("\\p{Zs}");
    private static final Pattern MINUS = Pattern.compile("[\u2010-\u2014\u2212\ufe58\ufe63\uff0d]");

    /** No cents, as price tags have it: {@code 120,-}. */
    private static final Pattern NO_CENTS = Pattern.compile("(?<whole>[0-9][.,])-{1,2}(?=\\)?$)");

    private static final Pattern SIGN_BEFORE = Pattern.compile("- ?([0-9].*)");
    private static final Pattern SIGN_BEHIND = Pattern.compile("(.*[0-9]) ?-");
    private static final Pattern BRACKETS = Pattern.compile("\\( ?([0-9].*[0-9]|[0-9]) ?\\)");

    private WrittenAmount() {}

    /** The number with a point and without grouping, of any sign and decimals; empty if it is none, or too long. */
    public static Optional<String> canonical(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        if (PLAIN.matcher(text).matches()) {
            return Optional.of(text);
        }
        String written = oneSpelling(text);
        String size = size(written);
        return unsigned(size).map(number -> size.length() < written.length() ? "-" + number : number);
    }

    /** Whether it can be read in two ways, as thousands or as decimals. */
    public static boolean isDoubtful(String text) {
        return text.length() <= LONGEST
                && DOUBTFUL.matcher(size(oneSpelling(text))).matches();
    }

    private static String oneSpelling(String text) {
        String plain = MINUS.matcher(BLANK.matcher(text).replaceAll(" ")).replaceAll("-");
        return NO_CENTS.matcher(plain).replaceFirst("${whole}00");
    }

    /** Without its sign, which stands before or behind it or is a pair of brackets. */
    private static String size(String text) {
        for (Pattern sign : new Pattern[] {SIGN_BEFORE, SIGN_BEHIND, BRACKETS}) {
            Matcher found = sign.matcher(text);
            if (found.matches()) {
                return found.group(1);
            }
        }
        return text;
    }

    private static Optional<String> unsigned(String text) {
        if (PLAIN.matcher(text).matches()) {
            return Optional.of(text);
        }
        if (COMMA.matcher(text).matches()) {
            return Optional.of(text.replace(',', '.'));
        }
        if (GERMAN.matcher(text).matches()) {
            return Optional.of(text.replace(".", "").replace(',', '.'));
        }
        if (ENGLISH.matcher(text).matches() || INDIAN.matcher(text).matches()) {
            return Optional.of(text.replace(",", ""));
        }
        if (SPACED.matcher(text).matches()) {
            return Optional.of(SPACES.matcher(text).replaceAll("").replace(',', '.'));
        }
        return GROUPS.matcher(text).matches()
                ? Optional.of(text.replace(".", "").replace(",", ""))
                : Optional.empty();
    }
}
