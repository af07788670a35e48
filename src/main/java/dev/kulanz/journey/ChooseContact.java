package dev.kulanz.journey;

import dev.kulanz.contact.Choice;
import dev.kulanz.contact.Chooser;
import dev.kulanz.contact.Step;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Choose contact": lets the rules decide over which channel, in which tone and style this step is taken. */
@Component
@NeedsAndSets(
        needs = CaseVariable.STEP,
        sets = {CaseVariable.CHANNEL, CaseVariable.WORDING})
class ChooseContact implements JavaDelegate {

    static final String NO_CHANNEL = "NONE";

    private final Chooser chooser;

    ChooseContact(Chooser chooser) {
        this.chooser = chooser;
    }

    @Override
    public void execute(DelegateExecution step) {
        Step what = Step.named((String) step.getVariable(CaseVariable.STEP.id()));
        Optional<Choice> chosen = chooser.choose(step.getProcessBusinessKey(), what);
        step.setVariable(
                CaseVariable.CHANNEL.id(),
                chosen.map(choice -> choice.channel().name()).orElse(NO_CHANNEL));
        step.setVariable(
                CaseVariable.WORDING.id(),
                chosen.map(choice -> choice.tone() + " " + choice.style()).orElse(""));
    }
}
