package dev.kulanz.journey;

import dev.kulanz.decisions.DecisionFailed;
import java.util.Objects;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.TransientDataAccessException;

/**
 * Why something failed, in words where there are any.
 *
 * @param decision the table that could not answer; null: none was to blame
 * @param said what was said; null if a person would not understand it
 * @param sort what is the same for all that failed for this reason, whatever case it concerns
 */
record FailureCause(@Nullable String decision, @Nullable String said, String sort) {

    private static final int LONGEST = 500;
    private static final Pattern CLASS_NAME = Pattern.compile("\\b(?:[a-z]\\w*\\.){2,}[A-Z][\\w$]*(?::\\s*)?");
    private static final Pattern ENGINES_NUMBER = Pattern.compile("^ENGINE-\\d+\\s*");

    /** Numbers, days and what else differs from case to case. */
    private static final Pattern PARTICULAR =
            Pattern.compile("[\\w.+-]+@[\\w.-]+|\\b[0-9a-f]{8}-[0-9a-f-]{27}\\b|\\d+");

    static FailureCause of(Throwable failure) {
        Throwable root = failure;
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (one instanceof DecisionFailed failed) {
                String why = inWords(failed.why());
                return new FailureCause(
                        failed.decisionKey(),
                        why,
                        failed.decisionKey() + " "
                                + PARTICULAR.matcher(String.valueOf(why)).replaceAll("#"));
            }
            root = one;
        }
        return new FailureCause(
                null, inWords(root.getMessage()), root.getClass().getName());
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

    /** A message without what only developers read; null if nothing is left of it. */
    static @Nullable String inWords(@Nullable String message) {
        String words = CLASS_NAME
                .matcher(Objects.requireNonNullElse(message, ""))
                .replaceAll("")
                .strip();
        words = ENGINES_NUMBER.matcher(words).replaceFirst("");
        if (words.isBlank() || words.indexOf(' ') < 0) {
            return null;
        }
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + " …";
    }
}
