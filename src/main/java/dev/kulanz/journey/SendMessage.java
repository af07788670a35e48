package dev.kulanz.journey;

import dev.kulanz.contact.Channel;
import dev.kulanz.contact.Choice;
import dev.kulanz.contact.LadderMessages;
import dev.kulanz.contact.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Send message": puts this step's message into the outbox. */
@Component
@NeedsAndSets(needs = {CaseVariable.STEP, CaseVariable.PAY_DAYS, CaseVariable.CHANNEL, CaseVariable.WORDING})
class SendMessage implements JavaDelegate {

    private final LadderMessages messages;

    SendMessage(LadderMessages messages) {
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution step) {
        messages.send(
                step.getProcessBusinessKey(),
                Step.named(text(step, CaseVariable.STEP)),
                choice(step),
                Integer.parseInt(text(step, CaseVariable.PAY_DAYS)));
    }

    private static Choice choice(DelegateExecution step) {
        String[] wording = text(step, CaseVariable.WORDING).split(" ", 2);
        return new Choice(Channel.valueOf(text(step, CaseVariable.CHANNEL)), wording[0], wording[1], 1);
    }

    private static String text(DelegateExecution step, CaseVariable variable) {
        return String.valueOf(step.getVariable(variable.id()));
    }
}
