package dev.kulanz.cases;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Overdue debtors become cases, and newly overdue items join the open case of their account; in sets. */
@Component
public class OverdueSweep {

    private static final int LOCKED_AT_ONCE = 300;
    private static final int HELD_AT_ONCE = 2_000;

    private final OverdueItems items;
    private final LockedBatches batches;

    OverdueSweep(OverdueItems items, LockedBatches batches) {
        this.items = items;
        this.batches = batches;
    }

    /**
     * Looks at all accounts; once a day is enough, as items become overdue by the day. An account that fails is stepped
     * over until the next day.
     *
     * @return how many cases were opened
     */
    public int run() {
        return batches.each(items.waitingAccounts(), LOCKED_AT_ONCE, items::intoCases);
    }

    /**
     * Looks at these accounts only, after an import or a payment changed them, within its transaction; the caller holds
     * their locks.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int run(Collection<UUID> accountIds) {
        List<UUID> held = List.copyOf(accountIds);
        int opened = 0;
        for (int from = 0; from < held.size(); from += HELD_AT_ONCE) {
            opened += items.intoCases(held.subList(from, Math.min(from + HELD_AT_ONCE, held.size())));
        }
        return opened;
    }
}
