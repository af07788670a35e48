package dev.kulanz.journey;

import dev.kulanz.cases.Cases;
import java.util.List;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Delivers signals to the process instances that wait for them; each in a transaction of its own. */
@Component
class SignalDeliverer {

    private static final Logger LOG = LoggerFactory.getLogger(SignalDeliverer.class);

    /** A subscription that is not there after so many tries never comes: the process took another way. */
    private static final int MOST_ATTEMPTS = 12;

    private final Signals signals;
    private final Cases cases;
    private final RuntimeService runtime;
    private final TaskRefresh tasks;
    private final TransactionTemplate transaction;

    SignalDeliverer(
            Signals signals, Cases cases, RuntimeService runtime, TaskRefresh tasks, TransactionTemplate transaction) {
        this.signals = signals;
        this.cases = cases;
        this.runtime = runtime;
        this.tasks = tasks;
        this.transaction = transaction;
    }

    List<Long> due(int limit) {
        return signals.due(limit);
    }

    void deliver(long id) {
        try {
            transaction.executeWithoutResult(status -> signals.take(id).ifPresent(this::correlate));
        } catch (MismatchingMessageCorrelationException e) {
            dropOrRetry(id);
        } catch (RuntimeException e) {
            LOG.warn(
                    "Signal {} could not be delivered and will be tried again: {}",
                    id,
                    e.getClass().getSimpleName());
            signals.tryLater(id, e.getClass().getSimpleName());
        }
    }

    private void correlate(Signals.Signal signal) {
        // Two signals of one case at once would collide in the engine, and the later try would miss its moment.
        cases.lock(signal.caseNumber());
        if (signal.message() == Message.FACTS_CHANGED) {
            tasks.refresh(signal.caseNumber());
            return;
        }
        runtime.createMessageCorrelation(signal.message().id())
                .processInstanceBusinessKey(signal.caseNumber())
                .setVariables(signal.variables())
                .correlate();
    }

    /** Nobody waits: because the case no longer needs it, or not yet. */
    private void dropOrRetry(long id) {
        transaction.executeWithoutResult(status -> signals.take(id).ifPresent(signal -> {
            if (isStillNeeded(signal)) {
                status.setRollbackOnly();
            }
        }));
        signals.tryLater(id, "nobody waits for it yet");
    }

    private boolean isStillNeeded(Signals.Signal signal) {
        if (signal.attempts() >= MOST_ATTEMPTS || signal.message() == Message.BLOCK_LIFTED) {
            return false; // a step that does not wait for a block sees its end by itself
        }
        boolean running = runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(signal.caseNumber())
                        .count()
                > 0;
        return running
                && (signal.message() == Message.CASE_SETTLED
                        || cases.get(signal.caseNumber()).isOpen());
    }
}
