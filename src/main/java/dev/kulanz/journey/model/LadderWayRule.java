package dev.kulanz.journey.model;

import dev.kulanz.cases.LadderStep;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;

/** The steps of a ladder: from the first reminder to the hand-over, in their order, with nothing between them but time. */
final class LadderWayRule implements ModelRule {

    @Override
    public void check(ProcessModel model, Report report) {
        if (!model.isLadder()) {
            return;
        }
        LadderRungs rungs = LadderRungs.of(model);
        if (rungs.findSteps().size() != 1) {
            return; // that is said elsewhere, and nobody can tell what a step is
        }
        checkFirstAndLast(model, rungs, report);
        Set<LadderStep> seen = EnumSet.noneOf(LadderStep.class);
        rungs.steps().forEach((call, step) -> {
            if (!seen.add(step) && step != LadderStep.VOICEBOT_CALL) {
                report.add(call, "The step “%s” stands on the ladder twice. Remove one.".formatted(step.id()));
            }
            checkWay(call, step, rungs, report);
        });
    }

    private static void checkFirstAndLast(ProcessModel model, LadderRungs rungs, Report report) {
        if (!rungs.steps().containsValue(LadderStep.FRIENDLY_REMINDER)) {
            report.add(
                    model.process(),
                    "The ladder has no friendly reminder, and where would a new case begin? Draw that step first.");
        }
        if (!rungs.steps().containsValue(LadderStep.HANDOVER_DECISION)) {
            report.add(
                    model.process(),
                    "The ladder does not end in the hand-over decision: what is still open then nobody would look at. Draw that step last.");
        }
    }

    /** From one step to the next. */
    private static void checkWay(CallActivity from, LadderStep step, LadderRungs rungs, Report report) {
        int timers = 0;
        for (Optional<FlowNode> at = next(from); at.isPresent(); at = next(at.get())) {
            FlowNode node = at.get();
            LadderStep there = node instanceof CallActivity call ? rungs.steps().get(call) : null;
            if (there != null) {
                checkOrder(step, there, node, timers, report);
                return;
            }
            if (node instanceof EndEvent) {
                if (step != LadderStep.HANDOVER_DECISION) {
                    report.add(
                            from,
                            "Behind this step the ladder is over though the case is open, and nobody would look at it. Lead the way to the next step.");
                }
                return;
            }
            if (!isPlainTimer(node)) {
                report.add(
                        node,
                        "Between two steps of a ladder stand only timers with their days written out. Whether a step fits is asked within the step, by rules/step-fitting.");
                return;
            }
            timers++;
        }
    }

    private static void checkOrder(LadderStep step, LadderStep there, FlowNode at, int timers, Report report) {
        boolean callsAgain = step == there && step == LadderStep.VOICEBOT_CALL;
        if (there.compareTo(step) < 0) {
            report.add(
                    at,
                    "“%s” can't come behind “%s”: what an invoice was told of last says where it stands. Change the order."
                            .formatted(there.id(), step.id()));
        } else if (timers == 0 && (there != step || callsAgain)) {
            report.add(at, "No time passes before this step. Draw a timer with its days before it.");
        }
    }

    private static Optional<FlowNode> next(FlowNode from) {
        return from.getSucceedingNodes().list().stream().findFirst();
    }

    private static boolean isPlainTimer(FlowNode node) {
        return node instanceof IntermediateCatchEvent event
                && event.getEventDefinitions().stream()
                        .anyMatch(definition -> definition instanceof TimerEventDefinition timer
                                && timer.getTimeDate() == null); // no duration at all is said elsewhere
    }
}
