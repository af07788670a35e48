package dev.kulanz.journey;

import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.contact.ServiceMessages;
import dev.kulanz.contact.Step;
import dev.kulanz.handover.Handovers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * "Send service message": a confirmation, receipt or notice, once for the promise that the process follows up, else once
 * in a round. Nobody waits for what becomes of it.
 */
@Component
@NeedsAndSets(needs = CaseVariable.STEP)
class SendServiceMessage implements JavaDelegate {

    private final Cases cases;
    private final ServiceMessages messages;
    private final Handovers handovers;

    SendServiceMessage(Cases cases, ServiceMessages messages, Handovers handovers) {
        this.cases = cases;
        this.messages = messages;
        this.handovers = handovers;
    }

    @Override
    public void execute(DelegateExecution task) {
        Step what = Step.named(String.valueOf(task.getVariable(CaseVariable.STEP.id())));
        // Two deliveries of one task meet at the lock, so that the second sees what the first planned.
        DunningCase of = cases.lock(task.getProcessBusinessKey());
        messages.send(of, what, occasion(task, of, what));
    }

    private String occasion(DelegateExecution task, DunningCase of, Step what) {
        if (what == Step.HANDOVER_NOTICE) {
            return "handover:" + handovers.ofCase(of).size(); // each release is announced
        }
        Object promise = task.getVariable(CaseVariable.PROMISE.id());
        return promise == null ? "" : "promise:" + promise;
    }
}
