package dev.kulanz.journey.model;

import java.util.List;
import java.util.stream.Stream;

/** Broken twins of a ladder: how it is entered, what stands on it and how it ends. */
final class TwinsOfLadders {

    private static final String JOURNEY = "dunning-journey.bpmn";

    private TwinsOfLadders() {}

    static Stream<Twin> all() {
        return Stream.of(entries(), steps(), starts(), decisions(), layout()).flatMap(List::stream);
    }

    private static List<Twin> entries() {
        return List.of(
                Twin.of("nobody looks where a case stands", JOURNEY, "${findStep}", "${checkBlocks}")
                        .says("dunning-journey", "A ladder has one task “Find step”")
                        .says("Gateway_WhichStepComesNext", "It needs “nextStep”")
                        .says("Event_StepDue", "It needs “stepDueAt”"),
                Twin.of(
                                "a step that can't be entered",
                                JOURNEY,
                                "${nextStep == 'dunning-notice'}",
                                "${nextStep == 'friendly-reminder'}")
                        .says("Flow_EnterAtDunningNotice", "Another way is for “friendly-reminder” already.")
                        .says("Activity_SendDunningNotice", "A case that stands before this step can't come here."),
                Twin.of(
                                "a way to another step than its condition says",
                                JOURNEY,
                                "sourceRef=\"Gateway_WhichStepComesNext\" targetRef=\"Activity_SendFinalNotice\"",
                                "sourceRef=\"Gateway_WhichStepComesNext\" targetRef=\"Activity_SendDunningNotice\"")
                        .says("Activity_SendFinalNotice", "A case that stands before this step can't come here."),
                Twin.of(
                                "a way for a step that is not there",
                                "business-journey.bpmn",
                                "${nextStep == 'dunning-notice'}",
                                "${nextStep == 'plan-offer'}")
                        .says("Activity_SendDunningNotice", "A case that stands before this step can't come here.")
                        .says("Flow_EnterAtDunningNotice", "The step “plan-offer” does not stand on this ladder."),
                Twin.of(
                                "no friendly words after a pause",
                                JOURNEY,
                                "sourceRef=\"Gateway_WhichStepComesNext\" targetRef=\"Activity_NameKindlyWhatEnded\"",
                                "sourceRef=\"Gateway_WhichStepComesNext\" targetRef=\"Event_LadderClimbed\"")
                        .says("Gateway_WhichStepComesNext", "After a pause friendly words come first.")
                        .says("Activity_NameKindlyWhatEnded", "No way leads here."),
                Twin.of(
                                "no gateway behind the step that was found",
                                JOURNEY,
                                "sourceRef=\"Event_StepDue\" targetRef=\"Gateway_WhichStepComesNext\"",
                                "sourceRef=\"Event_StepDue\" targetRef=\"Activity_SendFriendlyReminder\"")
                        .says("Task_FindStep", "Nobody asks for the step that was found.")
                        .says("Gateway_WhichStepComesNext", "No way leads here.")
                        .says("Activity_NameKindlyWhatEnded", "No way leads here."),
                Twin.of(
                                "a case that can't go back",
                                JOURNEY,
                                "sourceRef=\"Event_StandingChanged\" targetRef=\"Activity_ClimbTheLadder\"",
                                "sourceRef=\"Event_StandingChanged\" targetRef=\"Event_CaseClosed\"")
                        .says(
                                "Activity_ClimbTheLadder",
                                "A case whose oldest invoice is paid would stay where it is."));
    }

    private static List<Twin> steps() {
        return List.of(
                Twin.of(
                                "steps in another order",
                                JOURNEY,
                                "sourceExpression=\"second-reminder\"",
                                "sourceExpression=\"XX\"",
                                "sourceExpression=\"digital-nudge\"",
                                "sourceExpression=\"second-reminder\"",
                                "sourceExpression=\"XX\"",
                                "sourceExpression=\"digital-nudge\"")
                        .says("Activity_SendDigitalNudge", "“second-reminder” can't come behind “digital-nudge”")
                        .says("Activity_SendSecondReminder", "A case that stands before this step can't come here.")
                        .says("Activity_SendDigitalNudge", "A case that stands before this step can't come here."),
                Twin.of(
                                "a step twice",
                                JOURNEY,
                                "sourceExpression=\"digital-nudge\"",
                                "sourceExpression=\"second-reminder\"")
                        .says("Activity_SendDigitalNudge", "The step “second-reminder” stands on the ladder twice.")
                        .says("Flow_EnterAtDigitalNudge", "The step “digital-nudge” does not stand on this ladder."),
                Twin.of(
                                "no time between two steps",
                                JOURNEY,
                                "sourceRef=\"Activity_SendFriendlyReminder\" targetRef=\"Event_SevenDaysPassed\"",
                                "sourceRef=\"Activity_SendFriendlyReminder\" targetRef=\"Activity_SendSecondReminder\"")
                        .says("Activity_SendSecondReminder", "No time passes before this step.")
                        .says("Event_SevenDaysPassed", "No way leads here."),
                Twin.of(
                                "something else than time between two steps",
                                JOURNEY,
                                ">P7D</bpmn:timeDuration>",
                                ">${stepDueAt}</bpmn:timeDate>",
                                "id=\"TimerEventDefinition_SevenDaysPassed\"><bpmn:timeDuration",
                                "id=\"TimerEventDefinition_SevenDaysPassed\"><bpmn:timeDate")
                        .says("Event_SevenDaysPassed", "Between two steps of a ladder stand only timers"),
                Twin.of(
                                "a ladder that ends too early",
                                JOURNEY,
                                "sourceRef=\"Activity_SendFinalNotice\" targetRef=\"Event_EighteenDaysPassed\"",
                                "sourceRef=\"Activity_SendFinalNotice\" targetRef=\"Event_LadderClimbed\"")
                        .says("Activity_SendFinalNotice", "Behind this step the ladder is over though the case is open")
                        .says("Event_EighteenDaysPassed", "No way leads here."),
                Twin.of(
                                "a ladder without a hand-over",
                                JOURNEY,
                                "calledElement=\"collection-handover\"",
                                "calledElement=\"voicebot-call\"")
                        .says("dunning-journey", "The ladder does not end in the hand-over decision")
                        .says("Activity_DecideOnHandover", "Between two steps of a ladder stand only timers")
                        .says(
                                "Flow_EnterAtHandoverDecision",
                                "The step “handover-decision” does not stand on this ladder."),
                Twin.of(
                                "a ladder without the first reminder",
                                "business-journey.bpmn",
                                "<camunda:in sourceExpression=\"friendly-reminder\" target=\"step\" /><camunda:in sourceExpression=\"7\" target=\"payDays\" /></bpmn:extensionElements>\n        <bpmn:incoming>Flow_EnterAtFriendlyReminder",
                                "<camunda:in sourceExpression=\"second-reminder\" target=\"step\" /><camunda:in sourceExpression=\"7\" target=\"payDays\" /></bpmn:extensionElements>\n        <bpmn:incoming>Flow_EnterAtFriendlyReminder")
                        .says("business-journey", "The ladder has no friendly reminder")
                        .says("Activity_SendFriendlyReminder", "A case that stands before this step can't come here.")
                        .says(
                                "Flow_EnterAtFriendlyReminder",
                                "The step “friendly-reminder” does not stand on this ladder."));
    }

    private static List<Twin> starts() {
        String message = "<bpmn:messageEventDefinition id=\"M\" messageRef=\"Message_BlockLifted\" />";
        return List.of(
                Twin.of(
                                "a called process that waits to begin",
                                "reminder-step.bpmn",
                                "<bpmn:outgoing>Flow_StepReached</bpmn:outgoing>",
                                "<bpmn:outgoing>Flow_StepReached</bpmn:outgoing>" + message)
                        .says("Event_StepReached", "The message “BlockLifted” begins no process")
                        .says("Event_StepReached", "“business-journey” calls this process and could no longer")
                        .says("reminder-step", "Nothing ends this process when the case is settled."),
                Twin.of(
                                "a ladder that waits to begin",
                                JOURNEY,
                                "<bpmn:outgoing>Flow_CaseOverdue</bpmn:outgoing>",
                                "<bpmn:outgoing>Flow_CaseOverdue</bpmn:outgoing>"
                                        + message.replace("BlockLifted", "StandingChanged"))
                        .says("Event_CaseOverdue", "The message “StandingChanged” begins no process")
                        .says("Event_CaseOverdue", "A ladder begins with its case"),
                Twin.of(
                                "two beginnings",
                                "reminder-step.bpmn",
                                "</bpmn:process>",
                                "<bpmn:startEvent id=\"Event_StepRepeated\" name=\"Step repeated\" /><bpmn:sequenceFlow id=\"Flow_StepRepeated\" sourceRef=\"Event_StepRepeated\" targetRef=\"Task_CheckBlocks\" /></bpmn:process>",
                                "</bpmndi:BPMNPlane>",
                                TwinsOfWays.shape("Event_StepRepeated", 162, 380)
                                        + TwinsOfWays.edge("Flow_StepRepeated") + "</bpmndi:BPMNPlane>")
                        .says("reminder-step", "The process has 2 start events"));
    }

    private static List<Twin> decisions() {
        return List.of(
                Twin.of(
                                "a table without an answer for the rest",
                                "step-fitting.dmn",
                                "<text>-</text>",
                                "<text>null</text>")
                        .says("step-fitting", "A case for which no row holds would be stuck where the process asks."),
                Twin.of(
                                "a ladder that is not there",
                                "journey-choice.dmn",
                                "\"business-journey\"",
                                "\"busines-journey\"")
                        .says("journey-choice", "It sends cases to “busines-journey”, but there is no such ladder."),
                Twin.of(
                                "a process that is no ladder",
                                "journey-choice.dmn",
                                "\"business-journey\"",
                                "\"reminder-step\"")
                        .says("journey-choice", "It sends cases to “reminder-step”, but there is no such ladder."));
    }

    private static List<Twin> layout() {
        String step = "reminder-step.bpmn";
        return List.of(
                Twin.of(
                                "a way that leads to the left",
                                step,
                                "<dc:Bounds x=\"1262\" y=\"242\" width=\"36\" height=\"36\" />",
                                "<dc:Bounds x=\"162\" y=\"402\" width=\"36\" height=\"36\" />")
                        .says("Event_DebtorReached", "It stands left of “Was it sent?”, which comes before it."),
                Twin.of(
                                "one thing on the other",
                                step,
                                "<dc:Bounds x=\"612\" y=\"322\" width=\"36\" height=\"36\" />",
                                "<dc:Bounds x=\"612\" y=\"262\" width=\"36\" height=\"36\" />")
                        .says("Event_StepLeftOut", "It lies on “Does the step fit?”."),
                Twin.of(
                                "a name on something else",
                                step,
                                "<dc:Bounds x=\"592\" y=\"365\" width=\"76\" height=\"14\" />",
                                "<dc:Bounds x=\"700\" y=\"250\" width=\"76\" height=\"14\" />")
                        .says("Event_StepLeftOut", "Its name lies on “Choose contact”."),
                Twin.of(
                                "a task named like a thing",
                                step,
                                "name=\"Send message\"",
                                "name=\"Message sending\"",
                                "\"Task_SendMessage\"",
                                "\"Task_MessageSending\"")
                        .says("Task_MessageSending", "The name does not say what is done."),
                Twin.of("a gateway that asks nothing", step, "name=\"Is there a way?\"", "name=\"Is there a way\"")
                        .says("Gateway_IsThereAWay", "The name is no question."),
                Twin.of(
                                "an event named in one word",
                                step,
                                "name=\"Debtor reached\"",
                                "name=\"End\"",
                                "\"Event_DebtorReached\"",
                                "\"Event_End\"")
                        .says("Event_End", "The name does not say what has happened."),
                Twin.of(
                                "a task that tells the clerk nothing",
                                step,
                                "No usable address is known. Look into the customer file or call, and enter what you find.",
                                "")
                        .says("Task_FindContactDetails", "Nothing tells people what happens here."));
    }
}
