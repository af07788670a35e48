package dev.kulanz.journey;

import dev.kulanz.decisions.DecisionFailed;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What to tell a person or a program that asked something which a table in force can't answer: which table, and why. */
public final class FailedTable {

    private FailedTable() {}

    /** Empty if no table is to blame. */
    public static Optional<Refusal> refusalIn(@Nullable Throwable failure) {
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (one instanceof DecisionFailed failed) {
                return Optional.of(refusal(failed));
            }
        }
        return Optional.empty();
    }

    public static Refusal refusal(DecisionFailed failed) {
        return Refusal.conflict(said(failed));
    }

    private static Said said(DecisionFailed failed) {
        String why = FailureCause.of(failed).said();
        return why == null
                ? Said.of(
                        "table.failed",
                        "The table “{0}” can't answer, so nothing was done. A process owner has to put it right.",
                        failed.decisionKey())
                : Said.of(
                        "table.failed-because",
                        "The table “{0}” can't answer, so nothing was done. A process owner has to put it right: {1}",
                        failed.decisionKey(),
                        why);
    }
}
