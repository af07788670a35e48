package dev.kulanz.journey.model;

import static dev.kulanz.journey.model.Twin.ladder;
import static dev.kulanz.journey.model.Twin.step;
import static dev.kulanz.journey.model.TwinsOfDrawings.edge;
import static dev.kulanz.journey.model.TwinsOfDrawings.shape;

import java.util.List;
import java.util.stream.Stream;

/** Broken twins of what keeps a case from getting stuck or split: ways, loops and gateways. */
final class TwinsOfWays {

    private TwinsOfWays() {}

    static Stream<Twin> all() {
        return Stream.of(deadEnds(), loops(), oneToken()).flatMap(List::stream);
    }

    private static List<Twin> deadEnds() {
        return List.of(
                step("an element that no way leads to")
                        .before(
                                "</bpmn:process>",
                                "<bpmn:endEvent id=\"Event_StepForgotten\" name=\"Step forgotten\" />")
                        .before("</bpmndi:BPMNPlane>", shape("Event_StepForgotten", 1262, 500))
                        .says("Event_StepForgotten", "No way leads here."),
                step("a way that is not drawn to the end")
                        .becomes("Event_DebtorReached", "endEvent", "intermediateThrowEvent")
                        .says("Event_DebtorReached", "No way leads on from here."),
                Twin.of("a wait that goes round for ever", "collection-handover.bpmn")
                        .leads("Event_OneDayPassed", "Task_CheckBlocks", "Event_OneDayPassed")
                        .says("Event_OneDayPassed", "A case that comes here goes round for ever.")
                        .says("Event_OneDayPassed", "Another way leads here past the gateway “What ends the rest?”."));
    }

    private static List<Twin> loops() {
        return List.of(step("a loop that does not wait")
                .leads("Gateway_MayWeContactNow", "Gateway_WhatComesFirst", "Task_CheckBlocks")
                .says("Gateway_MayWeContactNow", "A case could come here again and again without waiting.")
                .says("Gateway_WhatComesFirst", "No way leads here.")
                .says("Event_BlockLifted", "No way leads here.")
                .says("Event_OneDayPassed", "No way leads here."));
    }

    private static List<Twin> oneToken() {
        return List.of(
                step("two ways at once")
                        .before(
                                "</bpmn:process>",
                                "<bpmn:sequenceFlow id=\"Flow_AlsoDone\" sourceRef=\"Task_ChooseContact\" targetRef=\"Event_DebtorReached\" />")
                        .before("</bpmndi:BPMNPlane>", edge("Flow_AlsoDone"))
                        .says("Task_ChooseContact", "Several ways lead on from here and all would be gone at once."),
                step("a task several times over")
                        .after(
                                "<bpmn:outgoing>Flow_MessageInOutbox</bpmn:outgoing>",
                                "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality xsi:type=\"bpmn:tFormalExpression\">3</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>")
                        .says("Task_SendMessage", "It would be done several times over."),
                ladder("an event that begins a second way")
                        .before("id=\"Event_StandingChanged\"", "cancelActivity=\"false\" ")
                        .says("Event_StandingChanged", "The event would begin a second way beside the first."),
                step("ways in parallel")
                        .becomes("Gateway_WasItSent", "exclusiveGateway", "parallelGateway")
                        .says("Gateway_WasItSent", "A case does one thing at a time.")
                        .says("Flow_Sent", "A condition belongs behind a gateway")
                        .says("Flow_NotSent", "A condition belongs behind a gateway"),
                step("several ways by one question")
                        .becomes("Gateway_WasItSent", "exclusiveGateway", "inclusiveGateway")
                        .says("Gateway_WasItSent", "A case takes one way, not several.")
                        .says("Flow_Sent", "A condition belongs behind a gateway")
                        .says("Flow_NotSent", "A condition belongs behind a gateway"),
                step("a task where an event must stand")
                        .leads("Gateway_WhatComesFirst", "Event_BlockLifted", "Task_CheckBlocks")
                        .says("Flow_WaitForBlock", "It must lead to an event")
                        .says("Event_BlockLifted", "No way leads here.")
                        .says("Gateway_MayWeContactNow", "A case could come here again and again without waiting."));
    }
}
