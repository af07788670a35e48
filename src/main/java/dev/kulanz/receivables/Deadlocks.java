package dev.kulanz.receivables;

import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Two that wait for each other: PostgreSQL breaks one of them off. The order of the locks is there to prevent it; where
 * many are taken by different hands, whoever is broken off begins again.
 */
public final class Deadlocks {

    private static final Logger LOG = LoggerFactory.getLogger(Deadlocks.class);

    private Deadlocks() {}

    /**
     * Does the work, once more if it was broken off.
     *
     * @param transaction begins and ends a transaction of its own; within one of the caller it is not tried again, as all
     *     of that is lost
     * @throws PessimisticLockingFailureException if it was broken off again
     */
    public static <T> T retried(Supplier<T> transaction) {
        try {
            return transaction.get();
        } catch (PessimisticLockingFailureException broken) {
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                throw broken;
            }
            LOG.info(
                    "Broken off by a deadlock, tried again: {}",
                    broken.getClass().getName());
            return transaction.get();
        }
    }
}
