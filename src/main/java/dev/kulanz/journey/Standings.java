package dev.kulanz.journey;

import dev.kulanz.cases.CaseItems;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.cases.FirstContacts;
import dev.kulanz.cases.LadderStep;
import dev.kulanz.cases.Notices;
import dev.kulanz.cases.Notices.Notice;
import dev.kulanz.contact.Chooser;
import dev.kulanz.contact.Resumption;
import dev.kulanz.contact.Step;
import dev.kulanz.decisions.DecisionFailed;
import dev.kulanz.journey.Ladder.Place;
import dev.kulanz.journey.Ladder.Rung;
import dev.kulanz.receivables.ItemBalance;
import dev.kulanz.shared.BusinessCalendar;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.voice.Calls;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where a case stands on its ladder: where its oldest open item stands. Items that are blocked themselves do not count,
 * as long as there are others.
 */
@Component
class Standings {

    private final Cases cases;
    private final CaseItems items;
    private final Notices notices;
    private final LeftOutSteps leftOut;
    private final Chooser chooser;
    private final FirstContacts firstContacts;
    private final Resumption resumption;
    private final Calls calls;
    private final BusinessCalendar calendar;
    private final BusinessClock clock;

    Standings(
            Cases cases,
            CaseItems items,
            Notices notices,
            LeftOutSteps leftOut,
            Chooser chooser,
            FirstContacts firstContacts,
            Resumption resumption,
            Calls calls,
            BusinessCalendar calendar,
            BusinessClock clock) {
        this.cases = cases;
        this.calendar = calendar;
        this.items = items;
        this.notices = notices;
        this.leftOut = leftOut;
        this.chooser = chooser;
        this.firstContacts = firstContacts;
        this.resumption = resumption;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * Where a case stands and what comes next.
     *
     * @param at the last step that its oldest open item was told of; null before the first
     * @param next the step to come
     * @param due when, not before now
     * @param resumes first, and at once, friendly words name what ended
     * @param oldest the item that decides
     */
    record Standing(@Nullable String at, Rung next, Instant due, boolean resumes, ItemBalance oldest) {}

    Standing of(DunningCase of, Ladder ladder) {
        List<ItemBalance> open = items.standing(of);
        ItemBalance oldest = open.get(0);
        Place place = place(of, ladder, oldest);
        Place done = withCalls(of, ladder, place);
        Rung next = ladder.after(done);
        boolean begun = place.told() >= 0;
        return new Standing(
                begun ? ladder.rungs().get(place.told()).step().id() : null,
                next,
                due(of, oldest, done, next),
                (begun || next.step() != LadderStep.FRIENDLY_REMINDER)
                        && resumption.pending(of).isPresent(),
                oldest);
    }

    /** Whether the case stands elsewhere than its ladder, before or beyond it, or friendly words come first. */
    boolean hasChanged(DunningCase of, Ladder ladder) {
        if (items.standing(of).isEmpty()) {
            return false; // settled in a moment, or nothing that can be demanded
        }
        Standing standing = of(of, ladder);
        int here = of.step() == null ? -1 : ladder.rungOf(of.step());
        int there = standing.at() == null ? -1 : ladder.indexOf(standing.at());
        return there != here || standing.resumes();
    }

    /** Whether the step that comes next is not due yet. */
    boolean isEarly(DunningCase of, Ladder ladder) {
        return !items.standing(of).isEmpty() && of(of, ladder).due().isAfter(clock.instant());
    }

    /** Whether a step would skip a notice that the debtor has not had yet, as when no address was known. */
    boolean wouldSkip(DunningCase of, Ladder ladder, String step) {
        List<ItemBalance> open = items.standing(of);
        return !open.isEmpty()
                && ladder.indexOf(step)
                        > ladder.nextNotice(place(of, ladder, open.get(0)).index());
    }

    /** Calls that reached nobody leave no notice, and yet are not made a second time. */
    private Place withCalls(DunningCase of, Ladder ladder, Place place) {
        if (ladder.after(place).step() != LadderStep.VOICEBOT_CALL) {
            return place;
        }
        return calls.overSince(of)
                .map(since -> new Place(place.index() + 1, place.told(), since))
                .orElse(place);
    }

    private Place place(DunningCase of, Ladder ladder, ItemBalance item) {
        List<UUID> id = List.of(item.id());
        Past past = new Past(
                notices.ofItems(id).getOrDefault(item.id(), List.of()),
                leftOut.ofItems(id).getOrDefault(item.id(), List.of()));
        return ladder.placeAfter(past, step -> hasWay(of, step));
    }

    /** Of which step each of these items is told by a message of this one. */
    Map<UUID, Step> ownSteps(
            DunningCase of, Ladder ladder, Step step, List<ItemBalance> open, Map<UUID, List<Notice>> past) {
        Map<UUID, List<LeftOut>> without =
                leftOut.ofItems(open.stream().map(ItemBalance::id).toList());
        Map<UUID, Step> own = new HashMap<>();
        for (ItemBalance item : open) {
            List<Notice> told = past.getOrDefault(item.id(), List.of());
            Place place = ladder.placeAfter(
                    new Past(told, without.getOrDefault(item.id(), List.of())), next -> hasWay(of, next));
            own.put(item.id(), Step.named(ladder.ownStep(place, step.id(), !told.isEmpty())));
        }
        return own;
    }

    private boolean hasWay(DunningCase of, LadderStep step) {
        try {
            return Step.of(step.id())
                    .filter(next -> chooser.hasWay(of.number(), next))
                    .isPresent();
        } catch (DecisionFailed e) { // nobody goes back for a way that is not known; the step that asks names the table
            return false;
        }
    }

    private Instant due(DunningCase of, ItemBalance oldest, Place place, Rung next) {
        Instant due =
                place.since() == null ? firstContact(of, oldest) : place.since().plus(next.gap());
        Instant notBefore = latest(of.firstContactAt(), clock.instant());
        return latest(latest(due, notBefore), next.step() == LadderStep.HANDOVER_DECISION ? patience(of) : due);
    }

    /** Counted from the due date; who was told before it moved is left the time that he was given then. */
    private Instant firstContact(DunningCase of, ItemBalance oldest) {
        Instant allowed = BusinessCalendar.opening(firstContacts.of(of).apply(oldest.dueDate()));
        return notices.lastDayGiven(oldest.id())
                .map(calendar::patienceUntil)
                .map(patient -> latest(allowed, patient))
                .orElse(allowed);
    }

    /** No message leads to the hand-over, so its patience is here: a transfer of the last day may still be on its way. */
    private Instant patience(DunningCase of) {
        return cases.lastPayBy(of).map(calendar::patienceUntil).orElse(Instant.MIN);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
