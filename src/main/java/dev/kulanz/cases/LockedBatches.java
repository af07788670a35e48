package dev.kulanz.cases;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Work on many accounts, some at a time: each time in a transaction of its own that first locks their debtors, accounts and
 * cases. So nobody waits long, and one account that fails is stepped over.
 */
@Component
public class LockedBatches {

    private static final Logger LOG = LoggerFactory.getLogger(LockedBatches.class);

    private final Cases cases;
    private final TransactionTemplate transaction;
    private final Counter failures;

    LockedBatches(Cases cases, PlatformTransactionManager transactions, MeterRegistry meters) {
        this.cases = cases;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.failures = Counter.builder("kulanz.sweep.failures")
                .description("Accounts that a sweep could not look after; more than none is an alarm")
                .register(meters);
    }

    /**
     * @param size whoever wants to do something for one of so many debtors waits until all of them are done
     * @param work reads again how it stands, as it may have changed before the locks were taken
     * @return the sum of what the work returned
     */
    public int each(List<UUID> accountIds, int size, ToIntFunction<List<UUID>> work) {
        int sum = 0;
        for (int from = 0; from < accountIds.size(); from += size) {
            sum += attempt(accountIds.subList(from, Math.min(from + size, accountIds.size())), work);
        }
        return sum;
    }

    /** Halves what fails, until what fails is alone. */
    private int attempt(List<UUID> accounts, ToIntFunction<List<UUID>> work) {
        try {
            return locked(accounts, work);
        } catch (CannotCreateTransactionException | DataAccessResourceFailureException e) {
            throw e; // it is not for the accounts that it fails
        } catch (RuntimeException e) {
            int half = accounts.size() / 2;
            if (half > 0) {
                return attempt(accounts.subList(0, half), work)
                        + attempt(accounts.subList(half, accounts.size()), work);
            }
            return e instanceof TransientDataAccessException ? onceMore(accounts, work) : steppedOver(accounts, e);
        }
    }

    /** A passing failure, such as a deadlock, costs nobody a day. */
    private int onceMore(List<UUID> account, ToIntFunction<List<UUID>> work) {
        try {
            return locked(account, work);
        } catch (RuntimeException e) {
            return steppedOver(account, e);
        }
    }

    private int steppedOver(List<UUID> account, RuntimeException why) {
        failures.increment();
        LOG.warn("A sweep steps over account {}: {}", account, why.getClass().getName());
        LOG.debug("Because", why);
        return 0;
    }

    private int locked(List<UUID> accounts, ToIntFunction<List<UUID>> work) {
        Integer done = transaction.execute(status -> {
            cases.lock(accounts);
            return work.applyAsInt(accounts);
        });
        return done == null ? 0 : done;
    }
}
