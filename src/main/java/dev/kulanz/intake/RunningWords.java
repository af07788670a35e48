package dev.kulanz.intake;

import dev.kulanz.cases.BlockReason;
import dev.kulanz.cases.LadderStep;
import dev.kulanz.shared.Legible;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How the columns of cases that already ran elsewhere are read. */
final class RunningWords {

    /** German names that mean one step only: a “1. Mahnung” is the first reminder in one house and the third in another. */
    private static final Map<String, LadderStep> GERMAN = Map.of(
            "zahlungserinnerung", LadderStep.FRIENDLY_REMINDER,
            "freundliche-erinnerung", LadderStep.FRIENDLY_REMINDER,
            "zweite-erinnerung", LadderStep.SECOND_REMINDER,
            "zweite-zahlungserinnerung", LadderStep.SECOND_REMINDER,
            "mahnung", LadderStep.DUNNING_NOTICE,
            "letzte-mahnung", LadderStep.FINAL_NOTICE);

    /** Not a message: it is decided here, by a person. */
    private static final LadderStep DECIDED_HERE = LadderStep.HANDOVER_DECISION;

    /** Blocks that only something of our own can place. */
    private static final Set<BlockReason> OURS = EnumSet.of(
            BlockReason.PROMISE,
            BlockReason.PLAN,
            BlockReason.PART_PAYMENT,
            BlockReason.RETURNED,
            BlockReason.DIRECT_DEBIT,
            BlockReason.RETURN_ANNOUNCED,
            BlockReason.RETURN_RECEIVED,
            BlockReason.NOT_DELIVERED,
            BlockReason.CANCELLED,
            BlockReason.TAKE_OVER);

    private static final String STEPS = Arrays.stream(LadderStep.values())
            .filter(step -> step != DECIDED_HERE)
            .map(LadderStep::id)
            .collect(Collectors.joining(", "));
    private static final String REASONS = Arrays.stream(BlockReason.values())
            .filter(reason -> !OURS.contains(reason))
            .map(Enum::name)
            .collect(Collectors.joining(", "));

    private RunningWords() {}

    static String step(String written) throws Unreadable {
        String word = written.toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
        LadderStep step = LadderStep.of(word).orElse(GERMAN.get(word));
        if (step == DECIDED_HERE) {
            throw new Unreadable(
                    "step.handover",
                    "The hand-over is decided here. Please name the last step that was taken: {0}.",
                    STEPS);
        }
        if (step == null) {
            throw new Unreadable(
                    "step", "There is no step {0}. Possible: {1}, or empty.", Legible.quoted(written), STEPS);
        }
        return step.id();
    }

    static String count(String written) throws Unreadable {
        String whole = written.replaceFirst("[.,]0+$", "");
        if (!whole.matches("[0-9]{1,3}")) {
            throw new Unreadable(
                    "reminders", "{0} is not a number of reminders, such as 0, 1 or 2.", Legible.quoted(written));
        }
        return String.valueOf(Integer.parseInt(whole));
    }

    static String blockReason(String written) throws Unreadable {
        String word = written.toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
        for (BlockReason reason : BlockReason.values()) {
            if (reason.name().equals(word) && !OURS.contains(reason)) {
                return word;
            }
        }
        throw new Unreadable(
                "block-reason",
                "{0} is no reason that a file can give. Possible: {1}, or empty. "
                        + "A promise to pay goes into promise_date.",
                Legible.quoted(written),
                REASONS);
    }
}
