package dev.kulanz.journey;

import dev.kulanz.voice.Calls;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * "Place call": puts the next attempt into the outbox. The attempts since the last notice are counted together, also where
 * the journey has begun anew meanwhile.
 */
@Component
@NeedsAndSets(sets = CaseVariable.ATTEMPT)
class PlaceCall implements JavaDelegate {

    private final Calls calls;

    PlaceCall(Calls calls) {
        this.calls = calls;
    }

    @Override
    public void execute(DelegateExecution step) {
        int attempt = calls.plan(step.getProcessBusinessKey());
        step.setVariable(CaseVariable.ATTEMPT.id(), attempt);
    }
}
