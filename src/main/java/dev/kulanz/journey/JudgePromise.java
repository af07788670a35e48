package dev.kulanz.journey;

import dev.kulanz.agreements.Promises;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * "Judge promise": looks whether the promise that this process follows up was kept. Where a diagram asks before its day, the
 * timer that asked waits for that day ({@link FailedJobs}).
 */
@Component
@NeedsAndSets(needs = CaseVariable.PROMISE, sets = CaseVariable.PROMISE_OUTCOME)
class JudgePromise implements JavaDelegate {

    private final Promises promises;

    JudgePromise(Promises promises) {
        this.promises = promises;
    }

    @Override
    public void execute(DelegateExecution task) {
        UUID promise = UUID.fromString(String.valueOf(task.getVariable(CaseVariable.PROMISE.id())));
        task.setVariable(
                CaseVariable.PROMISE_OUTCOME.id(),
                promises.judge(promise).status().name());
    }
}
