package dev.kulanz.journey.model;

import static dev.kulanz.journey.model.Twin.ladder;

import java.util.List;
import java.util.stream.Stream;

/** Broken twins of a ladder: how it is entered, what stands on it, how it ends, and the tables that choose it. */
final class TwinsOfLadders {

    private TwinsOfLadders() {}

    static Stream<Twin> all() {
        return Stream.of(entries(), steps(), tables()).flatMap(List::stream);
    }

    private static List<Twin> entries() {
        return List.of(
                ladder("nobody looks where a case stands")
                        .changed("${findStep}", "${checkBlocks}")
                        .says("dunning-journey", "A ladder has one task “Find step”")
                        .says("Gateway_WhichStepComesNext", "It needs “nextStep”")
                        .says("Event_StepDue", "It needs “stepDueAt”"),
                ladder("a step that can't be entered")
                        .changed("${nextStep == 'dunning-notice'}", "${nextStep == 'friendly-reminder'}")
                        .says("Flow_EnterAtDunningNotice", "Another way is for “friendly-reminder” already.")
                        .says("Activity_SendDunningNotice", "A case that stands before this step can't come here."),
                ladder("a way to another step than its condition says")
                        .leads("Gateway_WhichStepComesNext", "Activity_SendFinalNotice", "Activity_SendDunningNotice")
                        .says("Activity_SendFinalNotice", "A case that stands before this step can't come here."),
                Twin.of("a way for a step that is not there", "business-journey.bpmn")
                        .changed("${nextStep == 'dunning-notice'}", "${nextStep == 'plan-offer'}")
                        .says("Activity_SendDunningNotice", "A case that stands before this step can't come here.")
                        .says("Flow_EnterAtDunningNotice", "The step “plan-offer” does not stand on this ladder."),
                ladder("no friendly words after a pause")
                        .leads("Gateway_WhichStepComesNext", "Activity_NameKindlyWhatEnded", "Event_LadderClimbed")
                        .says("Gateway_WhichStepComesNext", "After a pause friendly words come first.")
                        .says("Activity_NameKindlyWhatEnded", "No way leads here."),
                ladder("no gateway behind the step that was found")
                        .leads("Event_StepDue", "Gateway_WhichStepComesNext", "Activity_SendFriendlyReminder")
                        .says("Task_FindStep", "Nobody asks for the step that was found.")
                        .says("Gateway_WhichStepComesNext", "No way leads here.")
                        .says("Activity_NameKindlyWhatEnded", "No way leads here."),
                ladder("a case that can't go back")
                        .leads("Event_StandingChanged", "Activity_ClimbTheLadder", "Event_CaseClosed")
                        .says(
                                "Activity_ClimbTheLadder",
                                "A case whose oldest invoice is paid would stay where it is."));
    }

    private static List<Twin> steps() {
        return List.of(
                ladder("steps in another order")
                        .changed("sourceExpression=\"second-reminder\"", "sourceExpression=\"XX\"")
                        .changed("sourceExpression=\"digital-nudge\"", "sourceExpression=\"second-reminder\"")
                        .changed("sourceExpression=\"XX\"", "sourceExpression=\"digital-nudge\"")
                        .says("Activity_SendDigitalNudge", "“second-reminder” can't come behind “digital-nudge”")
                        .says("Activity_SendSecondReminder", "A case that stands before this step can't come here.")
                        .says("Activity_SendDigitalNudge", "A case that stands before this step can't come here."),
                ladder("a step twice")
                        .changed("sourceExpression=\"digital-nudge\"", "sourceExpression=\"second-reminder\"")
                        .says("Activity_SendDigitalNudge", "The step “second-reminder” stands on the ladder twice.")
                        .says("Flow_EnterAtDigitalNudge", "The step “digital-nudge” does not stand on this ladder."),
                ladder("no time between two steps")
                        .leads("Activity_SendFriendlyReminder", "Event_SevenDaysPassed", "Activity_SendSecondReminder")
                        .says("Activity_SendSecondReminder", "No time passes before this step.")
                        .says("Event_SevenDaysPassed", "No way leads here."),
                ladder("something else than time between two steps")
                        .changed(">P7D</bpmn:timeDuration>", ">${stepDueAt}</bpmn:timeDate>")
                        .changed(
                                "id=\"TimerEventDefinition_SevenDaysPassed\"><bpmn:timeDuration",
                                "id=\"TimerEventDefinition_SevenDaysPassed\"><bpmn:timeDate")
                        .says("Event_SevenDaysPassed", "Between two steps of a ladder stand only timers"),
                ladder("a ladder that ends too early")
                        .leads("Activity_SendFinalNotice", "Event_EighteenDaysPassed", "Event_LadderClimbed")
                        .says("Activity_SendFinalNotice", "Behind this step the ladder is over though the case is open")
                        .says("Event_EighteenDaysPassed", "No way leads here."),
                ladder("a ladder without a hand-over")
                        .changed("calledElement=\"collection-handover\"", "calledElement=\"voicebot-call\"")
                        .says("dunning-journey", "The ladder does not end in the hand-over decision")
                        .says("Activity_DecideOnHandover", "Between two steps of a ladder stand only timers")
                        .says("Activity_DecideOnHandover", "“voicebot-call” takes the step “voicebot-call”, not “”.")
                        .says(
                                "Flow_EnterAtHandoverDecision",
                                "The step “handover-decision” does not stand on this ladder."),
                Twin.of("a ladder without the first reminder", "business-journey.bpmn")
                        .changed(
                                "<camunda:in sourceExpression=\"friendly-reminder\" target=\"step\" /><camunda:in sourceExpression=\"7\" target=\"payDays\" /></bpmn:extensionElements>\n        <bpmn:incoming>Flow_EnterAtFriendlyReminder",
                                "<camunda:in sourceExpression=\"second-reminder\" target=\"step\" /><camunda:in sourceExpression=\"7\" target=\"payDays\" /></bpmn:extensionElements>\n        <bpmn:incoming>Flow_EnterAtFriendlyReminder")
                        .says("business-journey", "The ladder has no friendly reminder")
                        .says("Activity_SendFriendlyReminder", "A case that stands before this step can't come here.")
                        .says(
                                "Flow_EnterAtFriendlyReminder",
                                "The step “friendly-reminder” does not stand on this ladder."));
    }

    private static List<Twin> tables() {
        return List.of(
                Twin.of("a table without an answer for the rest", "step-fitting.dmn")
                        .changed("<text>-</text>", "<text>null</text>")
                        .says("step-fitting", "A case for which no row holds would be stuck where the process asks."),
                Twin.of("a table that may give a task several answers", "step-fitting.dmn")
                        .changed("hitPolicy=\"FIRST\"", "hitPolicy=\"RULE ORDER\"")
                        .says(
                                "step-fitting",
                                "“Check fit” (Task_CheckFit in reminder-step) asks this table for a single value, but with the hit policy RULE ORDER several rows may answer")
                        .says("step-fitting", "“Check fit” (Task_CheckFit in voicebot-call) asks this table"),
                Twin.of("a table that no longer counts", "handover-readiness.dmn")
                        .changed(" aggregation=\"COUNT\"", "")
                        .says(
                                "handover-readiness",
                                "“Check readiness” (Task_CheckReadiness in collection-handover) asks this table for a single value, but with the hit policy COLLECT"),
                Twin.of("a table with a second answer", "step-fitting.dmn")
                        .before(
                                "<rule id=\"Rule_Notice\">",
                                "<output id=\"Output_More\" name=\"more\" typeRef=\"string\" />")
                        .says(
                                "step-fitting",
                                "“Check fit” (Task_CheckFit in reminder-step) asks this table for a single value, but the table has 2 outputs.")
                        .says("step-fitting", "“Check fit” (Task_CheckFit in voicebot-call) asks this table"),
                Twin.of("a ladder that is not there", "journey-choice.dmn")
                        .changed("\"business-journey\"", "\"busines-journey\"")
                        .says("journey-choice", "It sends cases to “busines-journey”, but there is no such ladder."),
                Twin.of("a process that is no ladder", "journey-choice.dmn")
                        .changed("\"business-journey\"", "\"reminder-step\"")
                        .says("journey-choice", "It sends cases to “reminder-step”, but there is no such ladder."));
    }
}
