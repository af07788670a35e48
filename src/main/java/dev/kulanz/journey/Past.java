package dev.kulanz.journey;

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

    /** Without what was left out by hand and not followed by any notice. */
    Past withoutLeftOutByHand() {
        Instant last = told.stream().map(Notice::toldAt).max(Instant::compareTo).orElse(Instant.MIN);
        return new Past(
                told,
                leftOut.stream()
                        .filter(left -> !left.byHand() || left.at().isBefore(last))
                        .toList());
    }
}
