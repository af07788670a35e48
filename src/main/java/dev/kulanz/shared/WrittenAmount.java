package dev.kulanz.shared;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Amounts as people write them, in a file or a form: {@code 1234.56}, {@code 1.234,56} or {@code 1.234.567}. With one
 * separator before three digits nobody can tell.
 */
public final class WrittenAmount {

    public static final int LONGEST = 30;

    private static final Pattern PLAIN = Pattern.compile("-?[0-9]+(?:\\.[0-9]{1,2}|\\.[0-9]{4,})?");
    private static final Pattern COMMA = Pattern.compile("-?[0-9]+,(?:[0-9]{1,2}|[0-9]{4,})");
    private static final Pattern GERMAN = Pattern.compile("-?[0-9]{1,3}(?:\\.[0-9]{3})+,[0-9]+");
    private static final Pattern ENGLISH = Pattern.compile("-?[0-9]{1,3}(?:,[0-9]{3})+\\.[0-9]+");
    private static final Pattern GROUPS = Pattern.compile("-?[0-9]{1,3}(?:(?:\\.[0-9]{3}){2,}|(?:,[0-9]{3}){2,})");
    private static final Pattern DOUBTFUL = Pattern.compile("-?[0-9]+[.,][0-9]{3}");

    private WrittenAmount() {}

    /** The number with a point and without grouping, of any sign and decimals; empty if it is none, or too long. */
    public static Optional<String> canonical(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        if (PLAIN.matcher(text).matches()) {
            return Optional.of(text);
        }
        if (COMMA.matcher(text).matches()) {
            return Optional.of(text.replace(',', '.'));
        }
        if (GERMAN.matcher(text).matches()) {
            return Optional.of(text.replace(".", "").replace(',', '.'));
        }
        if (ENGLISH.matcher(text).matches()) {
            return Optional.of(text.replace(",", ""));
        }
        return GROUPS.matcher(text).matches()
                ? Optional.of(text.replace(".", "").replace(",", ""))
                : Optional.empty();
    }

    /** Whether it can be read in two ways, as thousands or as decimals. */
    public static boolean isDoubtful(String text) {
        return text.length() <= LONGEST && DOUBTFUL.matcher(text).matches();
    }
}
