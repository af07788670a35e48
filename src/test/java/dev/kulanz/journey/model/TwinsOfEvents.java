package dev.kulanz.journey.model;

import static dev.kulanz.journey.model.Twin.ladder;
import static dev.kulanz.journey.model.Twin.step;
import static dev.kulanz.journey.model.TwinsOfDrawings.edge;
import static dev.kulanz.journey.model.TwinsOfDrawings.shape;

import java.util.List;
import java.util.stream.Stream;

/** Broken twins of what a case waits for: timers and messages, and what begins a process. */
final class TwinsOfEvents {

    private TwinsOfEvents() {}

    static Stream<Twin> all() {
        return Stream.of(timers(), messages(), starts()).flatMap(List::stream);
    }

    private static List<Twin> timers() {
        return List.of(
                ladder("a duration in words")
                        .changed(">P7D<", ">7 days<")
                        .says("Event_SevenDaysPassed", "“7 days” is not a duration."),
                ladder("a duration back in time")
                        .changed(">P7D<", ">-P7D<")
                        .says("Event_SevenDaysPassed", "“-P7D” is not a duration."),
                ladder("a computed duration")
                        .changed(">P7D<", ">${step}<")
                        .says("Event_SevenDaysPassed", "“${step}” is not a duration."),
                ladder("another computed date")
                        .changed("${stepDueAt}", "${step}")
                        .says("Event_StepDue", "“${step}” is not a date."),
                ladder("a repeating timer")
                        .changed(
                                "<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">P7D</bpmn:timeDuration>",
                                "<bpmn:timeCycle xsi:type=\"bpmn:tFormalExpression\">R/P7D</bpmn:timeCycle>")
                        .says("Event_SevenDaysPassed", "The timer has no duration."),
                ladder("a process that starts by itself")
                        .after(
                                "<bpmn:outgoing>Flow_CaseOverdue</bpmn:outgoing>",
                                "<bpmn:timerEventDefinition id=\"T\"><bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">P1D</bpmn:timeDuration></bpmn:timerEventDefinition>")
                        .says("Event_CaseOverdue", "A process does not start by itself"),
                ladder("an asynchronous step behind a timer")
                        .before("id=\"Activity_SendSecondReminder\"", "camunda:asyncBefore=\"true\" ")
                        .says(
                                "Activity_SendSecondReminder",
                                "It follows a timer, whose end is a transaction of its own already."),
                Twin.of("a promise that is judged after an hour", "promise-follow-up.bpmn")
                        .changed(
                                "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${judgeAt}</bpmn:timeDate>",
                                "<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">PT1H</bpmn:timeDuration>")
                        .says("Task_JudgePromise", "A promise would be judged before its day."),
                Twin.of("a promise that is judged when it is reminded of", "promise-follow-up.bpmn")
                        .changed("${judgeAt}", "${remindAt}")
                        .says("Task_JudgePromise", "A promise would be judged before its day."),
                Twin.of("a promise that is judged without a wait where there is no reminder", "promise-follow-up.bpmn")
                        .changed(
                                "sourceRef=\"Gateway_IsThereTimeForAReminder\" targetRef=\"Event_GraceOver\"",
                                "sourceRef=\"Gateway_IsThereTimeForAReminder\" targetRef=\"Task_JudgePromise\"")
                        .says("Task_JudgePromise", "A promise would be judged before its day."),
                ladder("an asynchronous timer")
                        .before("id=\"Event_SevenDaysPassed\"", "camunda:asyncAfter=\"true\" ")
                        .says("Event_SevenDaysPassed", "A timer is a transaction of its own already."));
    }

    private static List<Twin> messages() {
        String wait =
                "<bpmn:messageEventDefinition id=\"MessageEventDefinition_ContactConcluded\" messageRef=\"Message_ContactConcluded\" />";
        return List.of(
                step("an unknown message")
                        .hears("BlockLifted", "BlockRemoved")
                        .says(
                                "Event_BlockLifted",
                                "Nobody tells the message “BlockRemoved”, so this would wait for ever."),
                step("no message")
                        .changed(wait, "<bpmn:messageEventDefinition id=\"M\" />")
                        .says("Task_SendMessage", "The case would go on before the message is out.")
                        .says("Gateway_WasItSent", "It needs “contactOutcome”")
                        .says("Event_ContactConcluded", "No message is chosen."),
                step("a message sent by the diagram")
                        .after(
                                "<bpmn:incoming>Flow_Sent</bpmn:incoming>",
                                "<bpmn:messageEventDefinition id=\"M\" messageRef=\"Message_BlockLifted\" />")
                        .says("Event_DebtorReached", "Diagrams wait for messages, they don't send them."),
                step("a called process that waits for the settlement")
                        .hears("ContactConcluded", "CaseSettled")
                        .says("Task_SendMessage", "The case would go on before the message is out.")
                        .says("Gateway_WasItSent", "It needs “contactOutcome”")
                        .says(
                                "Event_ContactConcluded",
                                "This process is called by “business-journey”, which ends it when the case is settled."),
                ladder("a settlement that ends only a part")
                        .before("id=\"Event_CaseSettled\"", "isInterrupting=\"false\" ")
                        .says("Event_CaseSettled", "The event would begin a second way beside the first."),
                ladder("a journey that a payment does not end")
                        .hears("CaseSettled", "BlockLifted")
                        .says("dunning-journey", "Nothing ends this process when the case is settled."));
    }

    private static List<Twin> starts() {
        String message = "<bpmn:messageEventDefinition id=\"M\" messageRef=\"Message_BlockLifted\" />";
        return List.of(
                step("a called process that waits to begin")
                        .after("<bpmn:outgoing>Flow_StepReached</bpmn:outgoing>", message)
                        .says("Event_StepReached", "The message “BlockLifted” begins no process")
                        .says("Event_StepReached", "“business-journey” calls this process and could no longer")
                        .says("reminder-step", "Nothing ends this process when the case is settled."),
                ladder("a ladder that waits to begin")
                        .after(
                                "<bpmn:outgoing>Flow_CaseOverdue</bpmn:outgoing>",
                                message.replace("BlockLifted", "StandingChanged"))
                        .says("Event_CaseOverdue", "The message “StandingChanged” begins no process")
                        .says("Event_CaseOverdue", "A ladder begins with its case"),
                step("two beginnings")
                        .before(
                                "</bpmn:process>",
                                "<bpmn:startEvent id=\"Event_StepRepeated\" name=\"Step repeated\" /><bpmn:sequenceFlow id=\"Flow_StepRepeated\" sourceRef=\"Event_StepRepeated\" targetRef=\"Task_CheckBlocks\" />")
                        .before(
                                "</bpmndi:BPMNPlane>",
                                shape("Event_StepRepeated", 162, 380) + edge("Flow_StepRepeated"))
                        .says("reminder-step", "The process has 2 start events"));
    }
}
