package dev.kulanz.journey;

import dev.kulanz.cases.Cases;
import dev.kulanz.contact.ServiceMessages;
import dev.kulanz.contact.Step;
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

    SendServiceMessage(Cases cases, ServiceMessages messages) {
        this.cases = cases;
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution task) {
        Step what = Step.named(String.valueOf(task.getVariable(CaseVariable.STEP.id())));
        // Two deliveries of one task meet at the lock, so that the second sees what the first planned.
        messages.send(cases.lock(task.getProcessBusinessKey()), what, occasion(task));
    }

    private static String occasion(DelegateExecution task) {
        Object promise = task.getVariable(CaseVariable.PROMISE.id());
        return promise == null ? "" : "promise:" + promise;
    }
}
