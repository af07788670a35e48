package dev.kulanz.intake;

import dev.kulanz.shared.Legible;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Columns that know a few words only. */
final class Choices {

    private static final Set<String> YES = Set.of("TRUE", "YES", "JA", "J", "Y", "1", "WAHR");
    private static final Set<String> NO = Set.of("FALSE", "NO", "NEIN", "N", "0", "FALSCH");

    private Choices() {}

    static String debtorType(String written) throws Unreadable {
        String word = written.toUpperCase(Locale.ROOT);
        if (!List.of("CONSUMER", "BUSINESS").contains(word)) {
            throw new Unreadable(
                    "debtor-type",
                    "{0} is neither CONSUMER nor BUSINESS: treated as a consumer, to be safe.",
                    Legible.quoted(written));
        }
        return word;
    }

    static String claimKind(String written) throws Unreadable {
        return oneOf(written, "GOODS", "SERVICE", "LOAN_INSTALMENT", "OTHER");
    }

    static String dueDateSource(String written) throws Unreadable {
        return oneOf(written, "CONTRACT", "INVOICE", "STATUTORY");
    }

    static String trueOrFalse(String written) throws Unreadable {
        String word = written.toUpperCase(Locale.ROOT);
        if (YES.contains(word)) {
            return "true";
        }
        if (NO.contains(word)) {
            return "false";
        }
        throw new Unreadable("boolean", "{0} is neither true nor false.", Legible.quoted(written));
    }

    private static String oneOf(String written, String... words) throws Unreadable {
        String word = written.toUpperCase(Locale.ROOT);
        if (!Arrays.asList(words).contains(word)) {
            throw new Unreadable(
                    "word",
                    "{0} is not known here. Possible: {1}, or empty.",
                    Legible.quoted(written),
                    String.join(", ", words));
        }
        return word;
    }
}
