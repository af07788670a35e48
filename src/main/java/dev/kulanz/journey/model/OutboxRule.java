package dev.kulanz.journey.model;

import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;

/** Whoever puts something into the outbox waits right behind it for what becomes of it. */
final class OutboxRule implements ModelRule {

    private static final Set<String> INTO_THE_OUTBOX = Set.of("${sendMessage}", "${placeCall}");
    private static final String CONCLUDED = "ContactConcluded";

    @Override
    public void check(ProcessModel model, Report report) {
        for (ServiceTask task : model.all(ServiceTask.class)) {
            if (INTO_THE_OUTBOX.contains(ProcessModel.camunda(task, "delegateExpression"))
                    && !task.getSucceedingNodes().list().stream().allMatch(OutboxRule::waitsForIt)) {
                report.add(
                        task,
                        "The case would go on before the message is out. Wait for the message “ContactConcluded” right behind it.");
            }
        }
    }

    private static boolean waitsForIt(FlowNode node) {
        return node instanceof CatchEvent event
                && event.getEventDefinitions().stream()
                        .anyMatch(definition -> definition instanceof MessageEventDefinition message
                                && message.getMessage() != null
                                && CONCLUDED.equals(message.getMessage().getName()));
    }
}
