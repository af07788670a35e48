package dev.kulanz.cases;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Overdue debtors become cases, and newly overdue items join the open case of their account; in sets. */
@Component
public class OverdueSweep {

    private static final Logger LOG = LoggerFactory.getLogger(OverdueSweep.class);

    /** Whoever wants to do something for one of these debtors waits until all of them are done. */
    private static final int LOCKED_AT_ONCE = 300;

    private static final int HELD_AT_ONCE = 2_000;

    private final OverdueItems items;
    private final Cases cases;
    private final TransactionTemplate ownTransaction;
    private final Counter failures;

    OverdueSweep(OverdueItems items, Cases cases, PlatformTransactionManager transactions, MeterRegistry meters) {
        this.items = items;
        this.cases = cases;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.failures = Counter.builder("kulanz.sweep.failures")
                .description("Accounts that the daily sweep could not look after; more than none is an alarm")
                .register(meters);
    }

    /**
     * Looks at all accounts; once a day is enough, as items become overdue by the day. Some at a time, each time in a
     * transaction of its own; one that fails is stepped over until the next day.
     *
     * @return how many cases were opened
     */
    public int run() {
        int opened = 0;
        List<UUID> waiting = items.waitingAccounts();
        for (int from = 0; from < waiting.size(); from += LOCKED_AT_ONCE) {
            opened += attempt(waiting.subList(from, Math.min(from + LOCKED_AT_ONCE, waiting.size())));
        }
        return opened;
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

    /** Halves what fails, until what fails is alone. */
    private int attempt(List<UUID> accounts) {
        try {
            Integer opened = ownTransaction.execute(status -> {
                cases.lock(accounts);
                return items.intoCases(accounts);
            });
            return opened == null ? 0 : opened;
        } catch (CannotCreateTransactionException e) {
            throw e; // it is not for the accounts that it fails
        } catch (RuntimeException e) {
            int half = accounts.size() / 2;
            if (half > 0) {
                return attempt(accounts.subList(0, half)) + attempt(accounts.subList(half, accounts.size()));
            }
            failures.increment();
            LOG.warn(
                    "The sweep steps over account {}: {}",
                    accounts,
                    e.getClass().getName());
            LOG.debug("Because", e);
            return 0;
        }
    }
}
