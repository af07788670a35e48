package dev.kulanz.journey.model;

import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;

/** Waits only for messages that the application tells. */
final class MessageRule implements ModelRule {

    private final KnownNames known;

    MessageRule(KnownNames known) {
        this.known = known;
    }

    @Override
    public void check(ProcessModel model, Report report) {
        for (MessageEventDefinition event : model.all(MessageEventDefinition.class)) {
            Message message = event.getMessage();
            if (event.getParentElement() instanceof ThrowEvent) {
                report.add(
                        event,
                        "Diagrams wait for messages, they don't send them. Use a service task for what shall go out.");
            } else if (message == null || message.getName() == null) {
                report.add(
                        event,
                        "No message is chosen. Choose one of "
                                + Words.list(known.messages().keySet()));
            } else if (!known.messages().containsKey(message.getName())) {
                report.add(
                        event,
                        "Nobody tells the message “%s”, so this would wait for ever. Choose one of %s"
                                .formatted(
                                        message.getName(),
                                        Words.list(known.messages().keySet())));
            }
        }
    }
}
