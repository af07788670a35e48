package dev.kulanz.journey;

import dev.kulanz.agreements.Promise;
import dev.kulanz.agreements.Promises;
import dev.kulanz.cases.Cases;
import dev.kulanz.contact.Outbox;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ExecutionQuery;
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
    private final Promises promises;
    private final RuntimeService runtime;
    private final TaskRefresh tasks;
    private final Outbox outbox;
    private final LadderMoves ladderMoves;
    private final TransactionTemplate transaction;

    SignalDeliverer(
            Signals signals,
            Cases cases,
            Promises promises,
            RuntimeService runtime,
            TaskRefresh tasks,
            Outbox outbox,
            LadderMoves ladderMoves,
            TransactionTemplate transaction) {
        this.signals = signals;
        this.cases = cases;
        this.promises = promises;
        this.runtime = runtime;
        this.tasks = tasks;
        this.outbox = outbox;
        this.ladderMoves = ladderMoves;
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
        if (isStale(signal)) {
            return true;
        }
        if (signal.message().begins()) {
            begin(signal);
            return true;
        }
        List<Execution> waiting = waiting(signal);
        waiting.forEach(one -> runtime.messageEventReceived(name(signal), one.getId(), signal.variables()));
        return !waiting.isEmpty();
    }

    /** The ladder has turned to something else meanwhile. */
    private boolean isStale(Signals.Signal signal) {
        return switch (signal.message()) {
            case CONTACT_CONCLUDED -> outbox.isDemandUnderWay(signal.caseNumber());
            case STANDING_CHANGED -> !ladderMoves.prepare(signal.caseNumber(), false);
            case LADDER_ASTRAY -> !ladderMoves.prepare(signal.caseNumber(), true);
            default -> false;
        };
    }

    private void begin(Signals.Signal signal) {
        if (isStillNeeded(signal)) {
            runtime.createMessageCorrelation(signal.message().id())
                    .processInstanceBusinessKey(signal.caseNumber())
                    .setVariables(signal.variables())
                    .correlateStartMessage();
        }
    }

    private List<Execution> waiting(Signals.Signal signal) {
        ExecutionQuery waiting = runtime.createExecutionQuery()
                .processInstanceBusinessKey(signal.caseNumber())
                .messageEventSubscriptionName(name(signal));
        if (signal.message() == Message.PROMISE_CONCLUDED) {
            waiting.processVariableValueEquals(
                    CaseVariable.PROMISE.id(), promise(signal).toString());
        }
        return waiting.list();
    }

    private static String name(Signals.Signal signal) {
        return (signal.message() == Message.LADDER_ASTRAY ? Message.STANDING_CHANGED : signal.message()).id();
    }

    private static UUID promise(Signals.Signal signal) {
        return UUID.fromString(String.valueOf(signal.variables().get(CaseVariable.PROMISE.id())));
    }

    /** Nobody waits: not yet, or because the case no longer needs it. */
    private boolean isStillNeeded(Signals.Signal signal) {
        return switch (signal.message()) {
            case BLOCK_LIFTED, FACTS_CHANGED, STANDING_CHANGED, LADDER_ASTRAY ->
                false; // a step that does not wait for it sees it by itself
            case CONTACT_CONCLUDED ->
                isRunning(signal) && cases.get(signal.caseNumber()).isOpen();
            case CASE_SETTLED -> isRunning(signal);
            case PROMISE_MADE ->
                promises.find(promise(signal)).filter(Promise::isOpen).isPresent();
            case PROMISE_CONCLUDED -> isFollowedUp(signal);
        };
    }

    private boolean isFollowedUp(Signals.Signal signal) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(signal.caseNumber())
                        .variableValueEquals(
                                CaseVariable.PROMISE.id(), promise(signal).toString())
                        .count()
                > 0;
    }

    private boolean isRunning(Signals.Signal signal) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(signal.caseNumber())
                        .count()
                > 0;
    }
}
