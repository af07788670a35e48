package dev.kulanz.contact;

import dev.kulanz.cases.DunningCase;
import dev.kulanz.cases.Notices;
import dev.kulanz.cases.Notices.Notice;
import dev.kulanz.contact.Division.Before;
import dev.kulanz.contact.Division.Level;
import dev.kulanz.contact.Division.Part;
import dev.kulanz.receivables.Debtor;
import dev.kulanz.receivables.ItemBalance;
import dev.kulanz.shared.BusinessClock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds out what a demand may say of which item. */
@Component
class Divisions {

    /** Styles that name what ended: words about what was asked for before. */
    private static final String AFTER = "after-";

    private final Notices notices;
    private final ObjectProvider<StepGuard> guard;
    private final Pacing pacing;
    private final BusinessClock clock;

    Divisions(Notices notices, ObjectProvider<StepGuard> guard, Pacing pacing, BusinessClock clock) {
        this.notices = notices;
        this.guard = guard;
        this.pacing = pacing;
        this.clock = clock;
    }

    /**
     * What is said, and what each item is told of by it.
     *
     * @param payBy until when to pay the main items; null if no day is named
     */
    record Divided(Division division, @Nullable LocalDate payBy, Map<UUID, Step> steps) {

        /** Of which step an item is told. */
        Step step(ItemBalance item, Contact contact) {
            return steps.getOrDefault(item.id(), contact.what());
        }

        /** Until when to pay an item. */
        @Nullable LocalDate payBy(ItemBalance item) {
            LocalDate own = division.partDay(item);
            return own == null ? payBy : own;
        }
    }

    /** The items that the debtor was told of before, as far as it counts. */
    List<ItemBalance> told(List<ItemBalance> items) {
        Map<UUID, List<Notice>> past = notices.ofItems(ids(items));
        return items.stream().filter(item -> past.containsKey(item.id())).toList();
    }

    /** @param items what is asked for, the oldest due date first; never empty */
    Divided of(Contact contact, DunningCase of, Debtor to, List<ItemBalance> items) {
        Map<UUID, List<Notice>> past = notices.ofItems(ids(items));
        Map<UUID, Step> steps = guard.getObject().ownSteps(of, contact.what(), items, past);
        if (contact.payDays() == null) {
            return new Divided(Division.undivided(items), null, steps);
        }
        if (contact.what() == Step.FRIENDLY_REMINDER && !contact.style().startsWith(AFTER)) {
            return new Divided(Division.undivided(items), pacing.payBy(to, contact, Optional.empty()), steps);
        }
        Predicate<ItemBalance> isTold = item -> past.containsKey(item.id());
        Predicate<ItemBalance> isHere = item -> steps.getOrDefault(item.id(), contact.what()) == contact.what();
        List<ItemBalance> main = firstNotEmpty(items, isHere.and(isTold), isHere);
        Optional<LocalDate> given = contact.what().repeatsTheDay() ? given(main, past) : Optional.empty();
        LocalDate payBy = pacing.payBy(to, contact, given);
        LocalDate newDay = Collections.max(List.of(payBy, pacing.payBy(to, contact, Optional.empty())));
        Map<Level, List<ItemBalance>> others = new EnumMap<>(Level.class);
        for (ItemBalance item : items) {
            if (!main.contains(item)) {
                others.computeIfAbsent(level(isTold.test(item), steps.get(item.id())), unknown -> new ArrayList<>())
                        .add(item);
            }
        }
        List<Part> parts = others.entrySet().stream()
                .map(other -> new Part(other.getKey(), List.copyOf(other.getValue()), newDay))
                .toList();
        return new Divided(new Division(main, parts, before(main, past), given.isEmpty()), payBy, steps);
    }

    @SafeVarargs
    private static List<ItemBalance> firstNotEmpty(List<ItemBalance> items, Predicate<ItemBalance>... which) {
        for (Predicate<ItemBalance> one : which) {
            List<ItemBalance> found = items.stream().filter(one).toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return items;
    }

    private static Level level(boolean isTold, @Nullable Step own) {
        if (!isTold) {
            return Level.FIRST;
        }
        return own == Step.DUNNING_NOTICE ? Level.MAHNUNG : Level.REMINDER;
    }

    /** The last day that was given for these, as long as it is still to come. */
    private Optional<LocalDate> given(List<ItemBalance> items, Map<UUID, List<Notice>> past) {
        return items.stream()
                .flatMap(item -> past.getOrDefault(item.id(), List.of()).stream())
                .map(Notice::payBy)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .filter(day -> !day.isBefore(clock.today()));
    }

    private static Before before(List<ItemBalance> main, Map<UUID, List<Notice>> past) {
        long least = main.stream()
                .mapToLong(item -> past.getOrDefault(item.id(), List.of()).stream()
                        .filter(notice -> !Channel.VOICE.name().equals(notice.channel()))
                        .count())
                .min()
                .orElse(0);
        return least == 0 ? Before.NEVER : least == 1 ? Before.ONCE : Before.OFTEN;
    }

    private static List<UUID> ids(List<ItemBalance> items) {
        return items.stream().map(ItemBalance::id).toList();
    }
}
