package dev.kulanz.journey.model;

import java.util.Arrays;
import java.util.function.Predicate;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** User tasks have a form that the application understands and a group that gets them. */
final class UserTaskRule implements ModelRule {

    private final KnownNames known;
    private final Predicate<String> isForm;

    UserTaskRule(KnownNames known, Predicate<String> isForm) {
        this.known = known;
        this.isForm = isForm;
    }

    @Override
    public void check(ProcessModel model, Report report) {
        for (UserTask task : model.all(UserTask.class)) {
            checkForm(task, report);
            checkGroups(task, report);
        }
    }

    private void checkForm(UserTask task, Report report) {
        String form = ProcessModel.camunda(task, "formRef");
        if (TaskForm.of(form).isEmpty()) {
            report.add(
                    task,
                    "%s Set the form type to “Camunda Forms” and enter one of %s"
                            .formatted(
                                    form.isEmpty() ? "The task has no form." : "There is no form “%s”.".formatted(form),
                                    Words.list(TaskForm.ids())));
        } else if (!isForm.test(form)) {
            report.add(
                    task,
                    "The form “%s” is not deployed yet. Deploy %s.form before or together with this diagram."
                            .formatted(form, form));
        } else if (!ProcessModel.camunda(task, "formRefBinding").equals("latest")) {
            report.add(task, "Bind the form to “latest”, so that a corrected form shows at once in open tasks.");
        }
    }

    private void checkGroups(UserTask task, Report report) {
        String groups = ProcessModel.camunda(task, "candidateGroups");
        if (groups.isEmpty()) {
            report.add(task, "Nobody would get this task. Enter candidate groups: " + Words.list(known.groups()));
            return;
        }
        Arrays.stream(groups.split(","))
                .map(String::strip)
                .filter(group -> !known.groups().contains(group))
                .forEach(group -> report.add(
                        task,
                        "No group “%s” works on tasks. Use one of %s".formatted(group, Words.list(known.groups()))));
    }
}
