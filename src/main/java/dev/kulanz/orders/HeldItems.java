package dev.kulanz.orders;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.ItemCases;
import dev.kulanz.cases.LockedBatches;
import dev.kulanz.cases.OverdueSweep;
import dev.kulanz.receivables.HeldItem;
import dev.kulanz.receivables.ItemHold;
import dev.kulanz.receivables.ItemHolds;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.ListPage;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import dev.kulanz.shared.Years;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The items that are held back, for those who look after them. */
@Component
public class HeldItems {

    private static final int LOCKED_AT_ONCE = 300;

    private final ItemHolds holds;
    private final ItemCases itemCases;
    private final Cases cases;
    private final OverdueSweep overdue;
    private final LockedBatches batches;
    private final OrderEventTaking events;
    private final BusinessClock clock;

    HeldItems(
            ItemHolds holds,
            ItemCases itemCases,
            Cases cases,
            OverdueSweep overdue,
            LockedBatches batches,
            OrderEventTaking events,
            BusinessClock clock) {
        this.holds = holds;
        this.itemCases = itemCases;
        this.cases = cases;
        this.overdue = overdue;
        this.batches = batches;
        this.events = events;
        this.clock = clock;
    }

    /** Whom a person is to look at first, then what ends first. */
    public List<HeldItem> found(ItemHolds.Sought sought, CreditorScope scope, ListPage page) {
        return holds.found(sought, scope, page);
    }

    /** The same for people: see {@link ItemHolds#first}. */
    public ItemHolds.First first(ItemHolds.Sought sought, CreditorScope scope, ListPage page) {
        return holds.first(sought, scope, page);
    }

    public long count(ItemHolds.Sought sought, CreditorScope scope) {
        return holds.count(sought, scope);
    }

    /** How many a person is to look at by now. */
    public long due(CreditorScope scope) {
        return holds.count(new ItemHolds.Sought(true, null, null), scope);
    }

    /**
     * Lets an item go: it is asked for as if nothing had held it, beginning with a friendly reminder if it was in no case yet.
     *
     * @throws Refusal it holds no longer, or may not be seen
     */
    @Transactional
    public void release(UUID id, CreditorScope scope) {
        UUID account = lock(id, scope);
        itemCases.lift(List.of(id));
        overdue.run(List.of(account));
    }

    /**
     * Looks at an item on another day; until then it stays held.
     *
     * @throws Refusal it holds no longer, or the day is not after today
     */
    @Transactional
    public HeldItem lookOn(UUID id, @Nullable LocalDate day, CreditorScope scope) {
        if (day == null || !day.isAfter(clock.today())) {
            throw Refusal.unacceptable(
                    "lookOn", Said.of("hold.day", "Please give a day after today on which somebody is to look."));
        }
        if (Years.isFar(day, clock.today())) {
            throw Refusal.unacceptable("lookOn", Years.FAR);
        }
        lock(id, scope);
        itemCases.lookOn(id, day);
        return holds.find(id).orElseThrow(HeldItems::none);
    }

    private UUID lock(UUID id, CreditorScope scope) {
        UUID account = holds.accountOf(id, scope).orElseThrow(HeldItems::none);
        cases.lock(List.of(account));
        return holds.accountOf(id, scope).orElseThrow(HeldItems::none); // somebody else may have let it go meanwhile
    }

    private static Refusal none() {
        return Refusal.notFound(Said.of("hold.none", "Nothing is held by this any more."));
    }

    /** What is over ends, what is to be looked at is told; once a day, before anything enters a case. */
    public void run() {
        events.meet();
        batches.each(holds.accountsToLookAt(), LOCKED_AT_ONCE, overdue::run);
        itemCases.askToLook();
    }

    /** One of the reasons by its name; null: any. */
    public static ItemHold.@Nullable Reason reason(@Nullable String name) {
        for (ItemHold.Reason reason : ItemHold.Reason.values()) {
            if (reason.name().equals(name)) {
                return reason;
            }
        }
        return null;
    }
}
