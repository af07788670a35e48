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
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.springframework.stereotype.Component;

/** Connects a signal with the process instances that it concerns, within the transaction of the caller. */
@Component
class Switchboard {

    private final Cases cases;
    private final Promises promises;
    private final Outbox outbox;
    private final LadderMoves ladderMoves;
    private final TaskRefresh tasks;
    private final RuntimeService runtime;

    Switchboard(
            Cases cases,
            Promises promises,
            Outbox outbox,
            LadderMoves ladderMoves,
            TaskRefresh tasks,
            RuntimeService runtime) {
        this.cases = cases;
        this.promises = promises;
        this.outbox = outbox;
        this.ladderMoves = ladderMoves;
        this.tasks = tasks;
        this.runtime = runtime;
    }

    /** @return false if somebody still has to wait for it: then it must come again */
    boolean connect(Signals.Signal signal) {
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
        return isHeard(signal) || !isStillNeeded(signal);
    }

    /** The ladder has turned to something else meanwhile, or need not turn. */
    private boolean isStale(Signals.Signal signal) {
        return switch (signal.message()) {
            case CONTACT_CONCLUDED -> signal.about() != null && outbox.isSuperseded(signal.about());
            case STANDING_CHANGED -> waiting(signal).isEmpty() || !ladderMoves.prepare(signal.caseNumber(), false);
            case LADDER_ASTRAY -> waiting(signal).isEmpty() || !ladderMoves.prepare(signal.caseNumber(), true);
            case DUE_DATE_MOVED -> waiting(signal).isEmpty() || !ladderMoves.prepareAfterMove(signal.caseNumber());
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

    private boolean isHeard(Signals.Signal signal) {
        List<Execution> waiting = waiting(signal);
        waiting.forEach(
                one -> runtime.messageEventReceived(signal.message().heardAs(), one.getId(), signal.variables()));
        return !waiting.isEmpty();
    }

    private List<Execution> waiting(Signals.Signal signal) {
        ExecutionQuery query = runtime.createExecutionQuery()
                .processInstanceBusinessKey(signal.caseNumber())
                .messageEventSubscriptionName(signal.message().heardAs());
        if (signal.message() == Message.PROMISE_CONCLUDED) {
            query.processVariableValueEquals(
                    CaseVariable.PROMISE.id(), promise(signal).toString());
        }
        return query.list();
    }

    private static UUID promise(Signals.Signal signal) {
        return UUID.fromString(String.valueOf(signal.variables().get(CaseVariable.PROMISE.id())));
    }

    /** Nobody waits: not yet, or because the case no longer needs it. */
    private boolean isStillNeeded(Signals.Signal signal) {
        return switch (signal.message()) {
            case BLOCK_LIFTED, FACTS_CHANGED, STANDING_CHANGED, LADDER_ASTRAY, DUE_DATE_MOVED, CONTACT_CONCLUDED ->
                false; // who waits for it waited before it was written; a step that does not wait sees it by itself
            case AGENCY_ANSWERED -> isBeingHandedOver(signal); // else the ladder has moved on from there meanwhile
            case CASE_SETTLED -> isRunning(signal);
            case PROMISE_MADE ->
                promises.find(promise(signal)).filter(Promise::isOpen).isPresent();
            case PROMISE_CONCLUDED -> isFollowedUp(signal);
        };
    }

    private boolean isFollowedUp(Signals.Signal signal) {
        return instances(signal)
                        .variableValueEquals(
                                CaseVariable.PROMISE.id(), promise(signal).toString())
                        .count()
                > 0;
    }

    private boolean isBeingHandedOver(Signals.Signal signal) {
        return instances(signal).processDefinitionKey(LadderReading.HANDOVER).count() > 0;
    }

    private boolean isRunning(Signals.Signal signal) {
        return instances(signal).count() > 0;
    }

    private ProcessInstanceQuery instances(Signals.Signal signal) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(signal.caseNumber());
    }
}
