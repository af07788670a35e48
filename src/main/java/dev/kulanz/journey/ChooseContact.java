package dev.kulanz.journey;

import dev.kulanz.contact.Approach;
import dev.kulanz.contact.Choice;
import dev.kulanz.contact.Chooser;
import dev.kulanz.contact.Step;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * "Choose contact": lets the rules decide over which channel, in which tone and style this step is taken; who has heard
 * nothing yet gets the friendly words first.
 */
@Component
class ChooseContact implements JavaDelegate {

    static final String NO_CHANNEL = "NONE";

    private final Approach approach;
    private final Chooser chooser;

    ChooseContact(Approach approach, Chooser chooser) {
        this.approach = approach;
        this.chooser = chooser;
    }

    @Override
    public void execute(DelegateExecution step) {
        Step asked = Step.named((String) step.getVariable(CaseVariable.STEP.id()));
        Step what = approach.fitting(step.getProcessBusinessKey(), asked);
        step.setVariable(CaseVariable.STEP.id(), what.id());
        Optional<Choice> chosen = chooser.choose(step.getProcessBusinessKey(), what);
        step.setVariable(
                CaseVariable.CHANNEL.id(),
                chosen.map(choice -> choice.channel().name()).orElse(NO_CHANNEL));
        step.setVariable(CaseVariable.TONE.id(), chosen.map(Choice::tone).orElse(""));
        step.setVariable(CaseVariable.STYLE.id(), chosen.map(Choice::style).orElse(""));
    }
}
