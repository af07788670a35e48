package dev.kulanz.journey.model;

import java.util.List;
import java.util.stream.Stream;

/** Broken twins of what keeps a case from getting stuck: ways, loops, conditions and variables. */
final class TwinsOfWays {

    private static final String STEP = "reminder-step.bpmn";

    private TwinsOfWays() {}

    static Stream<Twin> all() {
        return Stream.of(deadEnds(), loops(), oneToken(), coverage(), variables())
                .flatMap(List::stream);
    }

    private static List<Twin> deadEnds() {
        return List.of(
                Twin.of(
                                "an element that no way leads to",
                                STEP,
                                "</bpmn:process>",
                                "<bpmn:endEvent id=\"Event_StepForgotten\" name=\"Step forgotten\" /></bpmn:process>",
                                "</bpmndi:BPMNPlane>",
                                shape("Event_StepForgotten", 1262, 500) + "</bpmndi:BPMNPlane>")
                        .says("Event_StepForgotten", "No way leads here."),
                Twin.of(
                                "a way that is not drawn to the end",
                                STEP,
                                "<bpmn:endEvent id=\"Event_DebtorReached\"",
                                "<bpmn:intermediateThrowEvent id=\"Event_DebtorReached\"",
                                "<bpmn:incoming>Flow_Sent</bpmn:incoming>\n    </bpmn:endEvent>",
                                "<bpmn:incoming>Flow_Sent</bpmn:incoming>\n    </bpmn:intermediateThrowEvent>")
                        .says("Event_DebtorReached", "No way leads on from here."),
                Twin.of(
                                "a wait that goes round for ever",
                                "collection-handover.bpmn",
                                "sourceRef=\"Event_OneDayPassed\" targetRef=\"Task_CheckBlocks\"",
                                "sourceRef=\"Event_OneDayPassed\" targetRef=\"Event_OneDayPassed\"")
                        .says("Event_OneDayPassed", "A case that comes here goes round for ever.")
                        .says("Event_OneDayPassed", "Another way leads here past the gateway “What ends the rest?”."));
    }

    private static List<Twin> loops() {
        return List.of(Twin.of(
                        "a loop that does not wait",
                        STEP,
                        "sourceRef=\"Gateway_MayWeContactNow\" targetRef=\"Gateway_WhatComesFirst\"",
                        "sourceRef=\"Gateway_MayWeContactNow\" targetRef=\"Task_CheckBlocks\"")
                .says("Gateway_MayWeContactNow", "A case could come here again and again without waiting.")
                .says("Gateway_WhatComesFirst", "No way leads here.")
                .says("Event_BlockLifted", "No way leads here.")
                .says("Event_OneDayPassed", "No way leads here."));
    }

    private static List<Twin> oneToken() {
        return List.of(
                Twin.of(
                                "two ways at once",
                                STEP,
                                "</bpmn:process>",
                                "<bpmn:sequenceFlow id=\"Flow_AlsoDone\" sourceRef=\"Task_ChooseContact\" targetRef=\"Event_DebtorReached\" /></bpmn:process>",
                                "</bpmndi:BPMNPlane>",
                                edge("Flow_AlsoDone") + "</bpmndi:BPMNPlane>")
                        .says("Task_ChooseContact", "Several ways lead on from here and all would be gone at once."),
                Twin.of(
                                "a task several times over",
                                STEP,
                                "<bpmn:outgoing>Flow_MessageInOutbox</bpmn:outgoing>",
                                "<bpmn:outgoing>Flow_MessageInOutbox</bpmn:outgoing><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality xsi:type=\"bpmn:tFormalExpression\">3</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>")
                        .says("Task_SendMessage", "It would be done several times over."),
                Twin.of(
                                "an event that begins a second way",
                                "dunning-journey.bpmn",
                                "<bpmn:boundaryEvent id=\"Event_StandingChanged\"",
                                "<bpmn:boundaryEvent cancelActivity=\"false\" id=\"Event_StandingChanged\"")
                        .says("Event_StandingChanged", "The event would begin a second way beside the first."),
                Twin.of(
                                "ways in parallel",
                                STEP,
                                "<bpmn:exclusiveGateway id=\"Gateway_WasItSent\" name=\"Was it sent?\">",
                                "<bpmn:parallelGateway id=\"Gateway_WasItSent\" name=\"Was it sent?\">",
                                "<bpmn:outgoing>Flow_NotSent</bpmn:outgoing>\n    </bpmn:exclusiveGateway>",
                                "<bpmn:outgoing>Flow_NotSent</bpmn:outgoing>\n    </bpmn:parallelGateway>")
                        .says("Gateway_WasItSent", "A case does one thing at a time.")
                        .says("Flow_Sent", "A condition belongs behind a gateway")
                        .says("Flow_NotSent", "A condition belongs behind a gateway"),
                Twin.of(
                                "several ways by one question",
                                STEP,
                                "<bpmn:exclusiveGateway id=\"Gateway_WasItSent\" name=\"Was it sent?\">",
                                "<bpmn:inclusiveGateway id=\"Gateway_WasItSent\" name=\"Was it sent?\">",
                                "<bpmn:outgoing>Flow_NotSent</bpmn:outgoing>\n    </bpmn:exclusiveGateway>",
                                "<bpmn:outgoing>Flow_NotSent</bpmn:outgoing>\n    </bpmn:inclusiveGateway>")
                        .says("Gateway_WasItSent", "A case takes one way, not several.")
                        .says("Flow_Sent", "A condition belongs behind a gateway")
                        .says("Flow_NotSent", "A condition belongs behind a gateway"),
                Twin.of(
                                "a task where an event must stand",
                                STEP,
                                "sourceRef=\"Gateway_WhatComesFirst\" targetRef=\"Event_BlockLifted\"",
                                "sourceRef=\"Gateway_WhatComesFirst\" targetRef=\"Task_CheckBlocks\"")
                        .says("Flow_WaitForBlock", "It must lead to an event")
                        .says("Event_BlockLifted", "No way leads here.")
                        .says("Gateway_MayWeContactNow", "A case could come here again and again without waiting."));
    }

    private static List<Twin> coverage() {
        return List.of(
                Twin.of(
                                "a word that no way is for",
                                STEP,
                                "${contactOutcome != 'SENT'}",
                                "${contactOutcome == 'FAILED'}")
                        .says("Gateway_WasItSent", "No way leads on when contactOutcome is CANCELLED:"),
                Twin.of("a decision that no way is for", STEP, "${outcome == 'FOUND'}", "${outcome == 'TALKED'}")
                        .says("Gateway_WasSomethingFound", "No way leads on when outcome is FOUND:"),
                Twin.of("two ways open at once", STEP, "${!fitting}", "${!fitting || channel == 'NONE'}")
                        .says(
                                "Gateway_DoesTheStepFit",
                                "More than one way is open when channel is NONE and fitting is true")
                        .says("Gateway_DoesTheStepFit", "It needs “channel”"),
                Twin.of(
                                "a number that no way is for",
                                STEP,
                                "${contactOutcome != 'SENT'}",
                                "${contactOutcome != 'SENT' &amp;&amp; payDays &lt; 5}")
                        .says(
                                "Gateway_WasItSent",
                                "No way leads on when contactOutcome is CANCELLED and payDays is 5, or contactOutcome is CANCELLED and payDays is 6,"),
                Twin.of(
                                "a decision that nobody asks for",
                                STEP,
                                "${outcome == 'FOUND'}",
                                "${channel == 'NONE'}",
                                "${outcome == 'NOTHING_FOUND'}",
                                "${channel != 'NONE'}")
                        .says("Task_FindContactDetails", "What is decided here changes nothing."));
    }

    private static List<Twin> variables() {
        return List.of(
                Twin.of(
                                "a question before its answer is known",
                                STEP,
                                "${!blocked}",
                                "${contactOutcome != 'SENT'}",
                                "${blocked}",
                                "${contactOutcome == 'SENT'}")
                        .says("Gateway_MayWeContactNow", "It needs “contactOutcome”"),
                Twin.of("a message that nobody chose a way for", STEP, "${chooseContact}", "${checkBlocks}")
                        .says("Gateway_IsThereAWay", "It needs “channel”")
                        .says("Task_SendMessage", "It needs “channel” and “wording”"),
                Twin.of("a timer before its day is known", "dunning-journey.bpmn", "${stepDueAt}", "${remindAt}")
                        .says("Event_StepDue", "It needs “remindAt”"),
                Twin.of(
                                "too many variables",
                                STEP,
                                "<bpmn:incoming>Flow_WayFound</bpmn:incoming>",
                                "<bpmn:extensionElements><camunda:inputOutput><camunda:outputParameter name=\"promise\">7</camunda:outputParameter></camunda:inputOutput></bpmn:extensionElements><bpmn:incoming>Flow_WayFound</bpmn:incoming>")
                        .says("reminder-step", "The process keeps 9 variables, more than 8: blocked, channel,"),
                Twin.of(
                                "a message that nobody waits for",
                                STEP,
                                "id=\"Message_ContactConcluded\" name=\"ContactConcluded\"",
                                "id=\"Message_StandingChanged\" name=\"StandingChanged\"",
                                "messageRef=\"Message_ContactConcluded\"",
                                "messageRef=\"Message_StandingChanged\"")
                        .says("Task_SendMessage", "The case would go on before the message is out.")
                        .says("Gateway_WasItSent", "It needs “contactOutcome”"));
    }

    static String shape(String id, int x, int y) {
        return "<bpmndi:BPMNShape id=\"%1$s_di\" bpmnElement=\"%1$s\"><dc:Bounds x=\"%2$d\" y=\"%3$d\" width=\"36\" height=\"36\" /></bpmndi:BPMNShape>"
                .formatted(id, x, y);
    }

    static String edge(String id) {
        return "<bpmndi:BPMNEdge id=\"%1$s_di\" bpmnElement=\"%1$s\"><di:waypoint x=\"1\" y=\"1\" /><di:waypoint x=\"2\" y=\"1\" /></bpmndi:BPMNEdge>"
                .formatted(id);
    }
}
