package dev.kulanz.journey.model;

import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Only kinds of elements that the journey knows how to run, or that explain it to people. */
final class TypeRule implements ModelRule {

    /** What a case passes, waits for and is asked, and what only explains it; nothing else is in a diagram. */
    private static final Set<String> ELEMENTS = Set.of(
            "definitions",
            "process",
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
            "eventBasedGateway",
            "sequenceFlow",
            "conditionExpression",
            "incoming",
            "outgoing",
            "timerEventDefinition",
            "timeDuration",
            "timeDate",
            "timeCycle",
            "messageEventDefinition",
            "terminateEventDefinition",
            "message",
            "extensionElements",
            "documentation",
            "textAnnotation",
            "text",
            "association",
            "group",
            "category",
            "categoryValue",
            "collaboration",
            "participant",
            "laneSet",
            "lane",
            "childLaneSet",
            "flowNodeRef");

    private static final String EVENT = "EventDefinition";

    /** Said by {@link OneTokenRule}. */
    private static final String SEVERAL_TIMES = "multiInstanceLoopCharacteristics";

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
        checkBelow(model.xml(), report);
    }

    /** What stands within an element that is refused goes with it. */
    private static void checkBelow(Element element, Report report) {
        if (ProcessModel.BPMN.equals(element.getNamespaceURI())) {
            String type = element.getLocalName();
            if (!ELEMENTS.contains(type)) {
                if (!type.equals(SEVERAL_TIMES)) {
                    report.add(element, instead(type));
                }
                return;
            }
        }
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                checkBelow(child, report);
            }
        }
    }

    private static String instead(String type) {
        if (type.endsWith(EVENT)) {
            return "Events of the type “%s” are not used here. Use a timer or a message."
                    .formatted(type.substring(0, type.length() - EVENT.length()));
        }
        return INSTEAD.getOrDefault(
                type,
                "Elements of the type “%s” are not used here. Draw it with tasks, events and gateways."
                        .formatted(type));
    }
}
