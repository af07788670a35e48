package dev.kulanz.journey;

import dev.kulanz.decisions.DecisionFailed;
import java.util.Objects;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.TransientDataAccessException;

/**
 * Why something failed, in words where there are any, and none of them about a person: they are kept, and no erasure would
 * find them.
 *
 * @param decision the table that could not answer; null: none was to blame
 * @param said what was said; null if a person would not understand it
 * @param sort what is the same for all that failed for this reason, whatever case it concerns
 */
record FailureCause(@Nullable String decision, @Nullable String said, String sort) {

    private static final int LONGEST = 500;
    private static final String LEFT_OUT = "…";
    private static final Pattern CLASS_NAME = Pattern.compile("\\b(?:[a-z]\\w*\\.){2,}[A-Z][\\w$]*(?::\\s*)?");
    private static final Pattern ENGINES_NUMBER = Pattern.compile("^ENGINE-\\d+\\s*");
    private static final Pattern UNSTORABLE = Pattern.compile("\\x00|\\p{Cs}");

    /** What the database adds to its error: the row, the statement. */
    private static final Pattern DETAIL = Pattern.compile("(?s)\\s*(?:\\R|\\b[Dd]etails?:).*");

    /** Addresses, numbers, days, and what else differs from case to case. */
    private static final String DIFFERING =
            "[\\p{L}\\d.+_-]+@[\\p{L}\\d.-]+|=\\s*\\([^)]*\\)|[\\p{L}-]*\\d[\\p{L}\\d-]*|";

    private static final String QUOTED = "\"[^\"]*\"|[“„][^“”]*[“”]|«[^»]*»|(?<![\\p{L}\\d])'%s[^']*'(?![\\p{L}\\d])";
    private static final Pattern PARTICULAR = Pattern.compile(DIFFERING + QUOTED.formatted(""));

    /** The engine and the rules quote what a model names, such as a fact: no variable holds more of a person. */
    private static final Pattern PARTICULAR_OF_A_MODEL =
            Pattern.compile(DIFFERING + QUOTED.formatted("(?![A-Za-z_]\\w*')"));

    /** The value that a rule stumbled over, as the rule engine names it. */
    private static final Pattern VALUE =
            Pattern.compile("(?i)\\b(value)\\s+(?!given\\b)('[^']*'|\"[^\"]*\"|.+?)(?=\\s+is\\b|[;\\n]|$)");

    static FailureCause of(Throwable failure) {
        Throwable root = failure;
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (one instanceof DecisionFailed failed) {
                String why = inWords(VALUE.matcher(failed.why()).replaceAll("$1 " + LEFT_OUT));
                return new FailureCause(
                        failed.decisionKey(),
                        why,
                        failed.decisionKey() + " "
                                + PARTICULAR_OF_A_MODEL
                                        .matcher(String.valueOf(why))
                                        .replaceAll(LEFT_OUT));
            }
            root = one;
        }
        return new FailureCause(
                null, inWords(withoutPersons(root)), root.getClass().getName());
    }

    private static String withoutPersons(Throwable root) {
        String message = Objects.requireNonNullElse(root.getMessage(), "").strip();
        String plain = ENGINES_NUMBER.matcher(message).replaceFirst("");
        boolean ofTheEngine = root.getClass().getName().startsWith("org.camunda.");
        return (ofTheEngine ? PARTICULAR_OF_A_MODEL : PARTICULAR)
                .matcher(DETAIL.matcher(plain).replaceFirst(""))
                .replaceAll(LEFT_OUT);
    }

    /** Whether it failed only because two came together: it is tried again, and nobody need know. */
    static boolean isTransient(Throwable failure) {
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (one instanceof TransientDataAccessException || one instanceof OptimisticLockingException) {
                return true;
            }
        }
        return false;
    }

    /** A message without what only developers read, and what can't be kept; null if nothing is left of it. */
    static @Nullable String inWords(@Nullable String message) {
        String words = CLASS_NAME
                .matcher(Objects.requireNonNullElse(message, ""))
                .replaceAll("")
                .strip();
        words = UNSTORABLE
                .matcher(ENGINES_NUMBER.matcher(words).replaceFirst(""))
                .replaceAll("");
        if (words.isBlank() || words.indexOf(' ') < 0) {
            return null;
        }
        if (words.length() <= LONGEST) {
            return words;
        }
        int end = Character.isHighSurrogate(words.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return words.substring(0, end) + " …";
    }
}
