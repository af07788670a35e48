package dev.kulanz.journey;

import dev.kulanz.cases.LadderStep;
import dev.kulanz.cases.Notices.Notice;
import java.time.Instant;
import java.util.List;

/**
 * What brought an item to its place on the ladder.
 *
 * @param told its notices, the oldest first
 * @param leftOut what was left out of it, the oldest first
 */
record Past(List<Notice> told, List<LeftOut> leftOut) {

    /** Whether a step was left out and no notice has followed. */
    boolean endsWithout(LadderStep step) {
        Instant last = lastTold();
        return leftOut.stream()
                .anyMatch(left -> left.step().equals(step.id()) && !left.at().isBefore(last));
    }

    /** Without what was left out by hand and not followed by any notice. */
    Past withoutLeftOutByHand() {
        Instant last = lastTold();
        return new Past(
                told,
                leftOut.stream()
                        .filter(left -> !left.byHand() || left.at().isBefore(last))
                        .toList());
    }

    private Instant lastTold() {
        return told.stream().map(Notice::toldAt).max(Instant::compareTo).orElse(Instant.MIN);
    }
}
