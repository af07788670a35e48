package dev.kulanz.journey;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Delivers signals; each in a transaction of its own, and again later if that failed. */
@Component
class SignalDeliverer {

    private static final Logger LOG = LoggerFactory.getLogger(SignalDeliverer.class);

    private final Signals signals;
    private final Switchboard switchboard;
    private final TransactionTemplate transaction;
    private final Failures failures;

    SignalDeliverer(Signals signals, Switchboard switchboard, TransactionTemplate transaction, Failures failures) {
        this.signals = signals;
        this.switchboard = switchboard;
        this.transaction = transaction;
        this.failures = failures;
    }

    List<Long> due(int limit) {
        return signals.due(limit);
    }

    /** Whether a signal is still on its way, also one that is soon to be tried again. */
    boolean isAnyPending() {
        return signals.isAnyPending();
    }

    void deliver(long id) {
        try {
            if (!isDone(id)) {
                signals.tryLater(id, "nobody waits for it yet");
                failures.forget(Failures.Kind.SIGNAL, String.valueOf(id)); // it does not fail any more
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "Signal {} could not be delivered and will be tried again: {}",
                    id,
                    e.getClass().getSimpleName());
            signals.tryLater(id, e.getClass().getSimpleName());
            if (!FailureCause.isTransient(e)) {
                failures.note(Failures.Kind.SIGNAL, String.valueOf(id), Failures.Place.UNKNOWN, e);
            }
        }
    }

    /** Delivered or no longer needed; what the process does next is one transaction with it. */
    private boolean isDone(long id) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean done = signals.take(id).map(switchboard::connect).orElse(true);
            if (!done) {
                status.setRollbackOnly();
            }
            return done;
        }));
    }
}
