package dev.kulanz.journey;

import dev.kulanz.journey.model.TaskForm;
import dev.kulanz.shared.Legible;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What the engine does at every user task, so that no model has to: shows the facts of the case, sets priority and due
 * date, and hands the answers to the module they concern. Facts and answers are local to the task and go with it; only
 * the outcome becomes a variable of the process.
 */
@Component
class TaskHook implements TaskListener {

    private final ObjectProvider<TaskFacts> facts;
    private final ObjectProvider<CaseTasks> tasks;
    private final ObjectProvider<TaskRefresh> refresh;

    TaskHook(ObjectProvider<TaskFacts> facts, ObjectProvider<CaseTasks> tasks, ObjectProvider<TaskRefresh> refresh) {
        this.facts = facts;
        this.tasks = tasks;
        this.refresh = refresh;
    }

    @Override
    public void notify(DelegateTask task) {
        String caseNumber = task.getExecution().getProcessBusinessKey();
        switch (task.getEventName()) {
            case TaskListener.EVENTNAME_CREATE -> created(task, caseNumber);
            case TaskListener.EVENTNAME_COMPLETE -> form(task).ifPresent(form -> completed(task, caseNumber, form));
            case TaskListener.EVENTNAME_DELETE ->
                tasks.getObject().withdrawn(caseNumber, task.getName(), text(task, TaskForm.COMMENT));
            default -> throw new IllegalStateException("Not asked to listen to " + task.getEventName());
        }
        refresh.getObject().afterTask(caseNumber, task.getId());
    }

    private void created(DelegateTask task, String caseNumber) {
        TaskFacts shown = facts.getObject();
        if (task.getName() == null || task.getName().isBlank()) {
            task.setName(task.getTaskDefinitionKey()); // people must be able to name it
        }
        task.setPriority(shown.priority(caseNumber));
        task.setDueDate(Date.from(shown.due()));
        shown.texts(caseNumber, formId(task)).forEach(task::setVariableLocal);
        // Known to the task before the form is sent, the answers stay with it.
        form(task).ifPresent(form -> form.fields()
                .forEach(field -> task.setVariableLocal(field, Variables.stringValue(null))));
    }

    private void completed(DelegateTask task, String caseNumber, TaskForm form) {
        Map<String, @Nullable String> answers = new HashMap<>();
        form.fields().forEach(field -> answers.put(field, answer(task, field)));
        String step = (String) task.getExecution().getVariable(CaseVariable.STEP.id());
        String outcome =
                tasks.getObject().complete(form, caseNumber, new CaseTasks.Asked(task.getName(), step), answers);
        task.getExecution().setVariable(CaseVariable.OUTCOME.id(), outcome);
    }

    /** A form's answers are local to the task; who completes it without its form leaves them in the process. */
    private static @Nullable String answer(DelegateTask task, String field) {
        String local = text(task, field);
        if (local != null) {
            return local;
        }
        Object left = task.getExecution().getVariable(field);
        task.getExecution().removeVariable(field);
        return told(left);
    }

    private static Optional<TaskForm> form(DelegateTask task) {
        return Optional.ofNullable(formId(task)).flatMap(TaskForm::of);
    }

    private static @Nullable String formId(DelegateTask task) {
        var element = task.getBpmnModelElementInstance();
        return element == null ? null : element.getCamundaFormRef();
    }

    private static @Nullable String text(DelegateTask task, String name) {
        return told(task.getVariableLocal(name));
    }

    private static @Nullable String told(@Nullable Object answer) {
        return answer == null || Legible.isBlank(answer.toString())
                ? null
                : answer.toString().strip();
    }
}
