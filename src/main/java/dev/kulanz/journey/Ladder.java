package dev.kulanz.journey;

import dev.kulanz.cases.LadderStep;
import dev.kulanz.cases.Notices.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A ladder as its diagram draws it: the steps in their order, and how long it waits before each.
 *
 * @param processId id of the diagram
 * @param rungs at least one
 */
record Ladder(String processId, List<Rung> rungs) {

    /**
     * A step of the ladder.
     *
     * @param elementId of the call activity in the diagram
     * @param gap what the timers between the step before and this one add up to; zero before the first
     */
    record Rung(LadderStep step, String elementId, Duration gap) {}

    /**
     * Where an item stands.
     *
     * @param index of the last rung that it was told of, or that was left out; -1 before the first
     * @param told of the last rung that it was told of; -1 before the first
     * @param since when it came to its place; null before the first
     */
    record Place(int index, int told, @Nullable Instant since) {

        static final Place AT_THE_FOOT = new Place(-1, -1, null);
    }

    /**
     * Where the notices of an item bring it. No notice is skipped: who is first named in a Mahnung has had one notice and
     * stands at the first, and a nudge or a call leads no further than to where the next notice is due. What another system
     * says of an item is taken as it is. A step that was left out when it was next is behind the item, as if it had been
     * told: so the days between two rungs count from there.
     */
    Place placeAfter(Past past) {
        Place place = Place.AT_THE_FOOT;
        Deque<LeftOut> leftOut = new ArrayDeque<>(past.leftOut());
        for (Notice notice : past.told()) {
            place = passed(place, leftOut, notice.toldAt());
            int told = rungOf(notice.step());
            int reached = notice.isFromElsewhere() ? told : Math.min(told, furthest(notice, place.index()));
            if (reached > place.index()) {
                place = new Place(reached, reached, notice.toldAt());
            }
        }
        return passed(place, leftOut, Instant.MAX);
    }

    /**
     * The same, and what a person left out because there was nothing to write to comes after all once there is: nobody begins
     * with a second reminder only because his address was found late.
     *
     * @param hasWay whether the debtor can be contacted in a step, as things stand now
     */
    Place placeAfter(Past past, Predicate<LadderStep> hasWay) {
        Place place = placeAfter(past);
        Place before = placeAfter(past.withoutLeftOutByHand());
        return before.equals(place)
                        || !hasWay.test(rungs.get(nextNotice(before.index())).step())
                ? place
                : before;
    }

    /** Goes past what was left out until then. */
    private Place passed(Place from, Deque<LeftOut> leftOut, Instant until) {
        Place place = from;
        while (!leftOut.isEmpty() && !leftOut.getFirst().at().isAfter(until)) {
            LeftOut next = leftOut.removeFirst();
            int rung = indexOf(next.step());
            if (rung > place.index()
                    && rung <= nextNotice(place.index())
                    && rungs.get(rung).step().mayBeLeftOut()) {
                place = new Place(rung, place.told(), next.at());
            }
        }
        return place;
    }

    /**
     * Of which step an item is told by a message of this one: of no later notice than its own next. What comes between two
     * notices repeats what was said; to whom nothing was said of an item it is the next notice.
     */
    String ownStep(Place place, String step, boolean told) {
        int next = nextNotice(place.index());
        boolean repeats = told && !isNotice(step);
        return indexOf(step) <= next || repeats ? step : rungs.get(next).step().id();
    }

    private int furthest(Notice notice, int from) {
        return isNotice(notice.step()) ? nextNotice(from) : nextNotice(from) - 1;
    }

    private static boolean isNotice(String step) {
        return LadderStep.of(step).filter(LadderStep::isNotice).isPresent();
    }

    /** The step after this place. */
    Rung after(Place place) {
        return rungs.get(Math.min(place.index() + 1, rungs.size() - 1));
    }

    int indexOf(String step) {
        for (int i = 0; i < rungs.size(); i++) {
            if (rungs.get(i).step().id().equals(step)) {
                return i;
            }
        }
        return -1;
    }

    /** The rung that a notice stands for: the last that is not beyond it, for another ladder may have had more steps. */
    int rungOf(String step) {
        return LadderStep.of(step).map(this::lastNotBeyond).orElse(-1);
    }

    private int lastNotBeyond(LadderStep step) {
        int last = -1;
        for (int i = 0; i < rungs.size(); i++) {
            if (rungs.get(i).step().compareTo(step) <= 0) {
                last = i;
            }
        }
        return Math.max(last, 0);
    }

    /** The rung of the next notice after a place; the last rung if none is left. */
    int nextNotice(int from) {
        for (int i = from + 1; i < rungs.size(); i++) {
            if (rungs.get(i).step().isNotice()) {
                return i;
            }
        }
        return rungs.size() - 1;
    }
}
