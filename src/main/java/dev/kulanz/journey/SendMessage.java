package dev.kulanz.journey;

import dev.kulanz.contact.Channel;
import dev.kulanz.contact.Choice;
import dev.kulanz.contact.Outbox;
import dev.kulanz.contact.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Send message": puts this step's message into the outbox. */
@Component
class SendMessage implements JavaDelegate {

    private final Outbox outbox;

    SendMessage(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void execute(DelegateExecution step) {
        outbox.enqueue(step.getProcessBusinessKey(), plan(step));
    }

    private static Outbox.Plan plan(DelegateExecution step) {
        Choice choice = new Choice(
                Channel.valueOf(text(step, CaseVariable.CHANNEL)),
                text(step, CaseVariable.TONE),
                text(step, CaseVariable.STYLE),
                1);
        int payDays = Integer.parseInt(text(step, CaseVariable.PAY_DAYS));
        return new Outbox.Plan(Step.named(text(step, CaseVariable.STEP)), "", choice, payDays);
    }

    private static String text(DelegateExecution step, CaseVariable variable) {
        return String.valueOf(step.getVariable(variable.id()));
    }
}
