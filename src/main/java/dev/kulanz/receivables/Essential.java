package dev.kulanz.receivables;

import dev.kulanz.shared.Legible;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What nobody can do without who is asked for money: who asks, where to pay, from where it is written, whom to ask. As long as
 * one of these is missing nothing is sent for a creditor. They are decided here alone; {@code creditor.missing} keeps the answer
 * for questions about many.
 */
public enum Essential {
    NAME {
        @Override
        boolean isSaidBy(Creditor creditor) {
            return says(creditor.name());
        }
    },
    /** An account to pay to. */
    ACCOUNT {
        @Override
        boolean isSaidBy(Creditor creditor) {
            return !creditor.accounts().isEmpty();
        }
    },
    /** To which a letter can come back (§ 13a I RDG, § 35a GmbHG): street or box, town, and the postcode where there are any. */
    ADDRESS {
        @Override
        boolean isSaidBy(Creditor creditor) {
            return says(creditor.street())
                    && says(creditor.city())
                    && (says(creditor.postcode()) || WITHOUT_POSTCODES.contains(creditor.country()));
        }
    },
    /** Somebody who answers: by e-mail or at the telephone. */
    CONTACT {
        @Override
        boolean isSaidBy(Creditor creditor) {
            return says(creditor.email()) || isNumber(creditor.phone());
        }
    };

    /** Countries whose post knows none. */
    private static final Set<String> WITHOUT_POSTCODES = Set.of(
            "AE", "AG", "AO", "BS", "BW", "BZ", "CI", "CM", "FJ", "GM", "GY", "HK", "KI", "MO", "QA", "RW", "SB", "SL",
            "SR", "SY", "TL", "TO", "TV", "UG", "VU", "YE", "ZW");

    private static final int SHORTEST_NUMBER = 3;
    private static final Pattern LETTERS = Pattern.compile("\\p{L}+");

    abstract boolean isSaidBy(Creditor creditor);

    /** What this creditor has not said, in the order in which one asks for it. */
    static List<Essential> missingOf(Creditor creditor) {
        return Stream.of(values()).filter(one -> !one.isSaidBy(creditor)).toList();
    }

    /** By their names. */
    public static List<Essential> named(String[] names) {
        return Arrays.stream(names).map(Essential::valueOf).toList();
    }

    /** A dash says nothing. */
    private static boolean says(@Nullable String text) {
        return text != null
                && !Legible.isBlank(text)
                && text.codePoints()
                        .anyMatch(point -> Character.isLetterOrDigit(point) || Character.isIdeographic(point));
    }

    /** Words may stand beside a number, but not within it. */
    private static boolean isNumber(@Nullable String phone) {
        return phone != null
                && LETTERS.splitAsStream(phone)
                        .anyMatch(part ->
                                part.codePoints().filter(Character::isDigit).count() >= SHORTEST_NUMBER);
    }
}
