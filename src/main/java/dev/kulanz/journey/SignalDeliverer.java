package dev.kulanz.journey;

import dev.kulanz.cases.Cases;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Delivers signals to the process instances that wait for them; each in a transaction of its own. */
@Component
class SignalDeliverer {

    private static final Logger LOG = LoggerFactory.getLogger(SignalDeliverer.class);

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

    /** Whether a signal is still on its way, also one that is soon to be tried again. */
    boolean isAnyPending() {
        return signals.isAnyPending();
    }

    void deliver(long id) {
        try {
            if (!isDone(id)) {
                signals.tryLater(id, "nobody waits for it yet");
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "Signal {} could not be delivered and will be tried again: {}",
                    id,
                    e.getClass().getSimpleName());
            signals.tryLater(id, e.getClass().getSimpleName());
        }
    }

    /** Delivered or no longer needed; what the process does next is one transaction with it. */
    private boolean isDone(long id) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean done = signals.take(id)
                    .map(signal -> isDelivered(signal) || !isStillNeeded(signal))
                    .orElse(true);
            if (!done) {
                status.setRollbackOnly();
            }
            return done;
        }));
    }

    private boolean isDelivered(Signals.Signal signal) {
        // Two signals of one case at once would collide in the engine, and the later try would miss its moment.
        cases.lock(signal.caseNumber());
        if (signal.message() == Message.FACTS_CHANGED) {
            tasks.refresh(signal.caseNumber());
            return true;
        }
        List<Execution> waiting = runtime.createExecutionQuery()
                .processInstanceBusinessKey(signal.caseNumber())
                .messageEventSubscriptionName(signal.message().id())
                .list();
        waiting.forEach(one -> runtime.messageEventReceived(signal.message().id(), one.getId(), signal.variables()));
        return !waiting.isEmpty();
    }

    /** Nobody waits: not yet, or because the case no longer needs it. */
    private boolean isStillNeeded(Signals.Signal signal) {
        return switch (signal.message()) {
            case BLOCK_LIFTED, FACTS_CHANGED -> false; // a step that does not wait for it sees it by itself
            case CONTACT_CONCLUDED ->
                isRunning(signal) && cases.get(signal.caseNumber()).isOpen();
            case AGENCY_ANSWERED, CASE_SETTLED -> isRunning(signal);
        };
    }

    private boolean isRunning(Signals.Signal signal) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(signal.caseNumber())
                        .count()
                > 0;
    }
}
