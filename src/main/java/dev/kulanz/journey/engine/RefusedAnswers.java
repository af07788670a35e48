package dev.kulanz.journey.engine;

import dev.kulanz.shared.Refusal;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * A clerk's answer that a module refuses is the clerk's mistake: the engine's REST then answers 400 with the reason, and
 * Tasklist shows it, where an error of a listener would be a failure of ours (500).
 */
final class RefusedAnswers extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (ProcessEngineException e) {
            if (e.getCause() instanceof Refusal refusal) {
                throw new FormFieldValidationException(refusal.errors(), refusal.getMessage(), e);
            }
            throw e;
        }
    }
}
