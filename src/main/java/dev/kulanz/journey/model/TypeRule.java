package dev.kulanz.journey.model;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;

/** Only kinds of elements that the journey knows how to run. */
final class TypeRule implements ModelRule {

    private static final Set<String> NODES = Set.of(
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent",
            "serviceTask",
            "userTask",
            "businessRuleTask",
            "callActivity",
            "subProcess",
            "exclusiveGateway",
            "eventBasedGateway");
    private static final Set<String> EVENTS =
            Set.of("timerEventDefinition", "messageEventDefinition", "terminateEventDefinition");
    private static final Map<String, String> INSTEAD = Map.of(
            "scriptTask", "Scripts are not run here. Use a service task with a delegate instead.",
            "task", "A task without a type does nothing. Make it a service task, a user task or a call activity.",
            "manualTask", "A manual task does nothing here. Make it a user task, so that somebody gets it.",
            "sendTask", "Use a service task with the template “Send message” instead of a send task.",
            "receiveTask", "Use a message catch event instead of a receive task.",
            "parallelGateway",
                    "A case does one thing at a time. Draw the steps one after the other, or a process beside this one.",
            "inclusiveGateway",
                    "A case takes one way, not several. Use an exclusive gateway, with a question that has one answer.");

    @Override
    public void check(ProcessModel model, Report report) {
        for (FlowNode node : model.nodes()) {
            String type = node.getElementType().getTypeName();
            if (!NODES.contains(type)) {
                report.add(
                        node,
                        INSTEAD.getOrDefault(
                                type,
                                "Elements of the type “%s” are not used here. Draw it with tasks, events and gateways."
                                        .formatted(type)));
            }
        }
        for (EventDefinition event : model.all(EventDefinition.class)) {
            String type = event.getElementType().getTypeName();
            if (!EVENTS.contains(type)) {
                report.add(
                        event,
                        "Events of the type “%s” are not used here. Use a timer or a message."
                                .formatted(type.replace("EventDefinition", "")));
            }
        }
    }
}
