package dev.kulanz.journey.model;

import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** What a person decides in a task is asked for at a gateway behind it. */
final class OutcomeRule implements ModelRule {

    private final KnownNames known;

    OutcomeRule(KnownNames known) {
        this.known = known;
    }

    @Override
    public void check(ProcessModel model, Report report) {
        Ways ways = Ways.of(model);
        for (UserTask task : model.all(UserTask.class)) {
            boolean decides = TaskForm.of(ProcessModel.camunda(task, "formRef"))
                    .filter(form -> form.outcomes().size() > 1)
                    .isPresent();
            if (decides && !isAskedFor(ways.after(task, UserTask.class::isInstance))) {
                report.add(
                        task,
                        "What is decided here changes nothing. Draw a gateway behind it whose conditions ask for “outcome”.");
            }
        }
    }

    private boolean isAskedFor(Set<FlowNode> behind) {
        return behind.stream().flatMap(node -> node.getOutgoing().stream()).anyMatch(this::asks);
    }

    private boolean asks(SequenceFlow flow) {
        return Condition.of(flow, known)
                .filter(condition -> condition.variables().contains("outcome"))
                .isPresent();
    }
}
