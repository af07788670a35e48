package dev.kulanz.contact;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a call.
 *
 * @param transcript who said what, a line each, in the language of the call; null: nothing was said
 * @param told whether the debtor himself heard what is owed: only then it counts as a notice
 * @param promised what he promised; only with {@link CallOutcome#PROMISED}
 * @param concern why a person has to go on, in a few words for the clerk; null: no reason is known
 */
public record CallReport(
        CallOutcome outcome,
        @Nullable String transcript,
        boolean told,
        @Nullable Promised promised,
        @Nullable String concern) {

    /** An amount in major units of the case's currency, and the day. */
    public record Promised(BigDecimal amount, LocalDate on) {}

    /** A call in which nobody was talked to. */
    public static CallReport unheard(CallOutcome outcome) {
        return new CallReport(outcome, null, false, null, null);
    }

    /** The same call with another outcome. */
    public CallReport but(CallOutcome other, @Nullable String why) {
        return new CallReport(other, transcript, told, null, why);
    }
}
