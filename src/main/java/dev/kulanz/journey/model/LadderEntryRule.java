package dev.kulanz.journey.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/** A case can enter a ladder at each of its steps, and come back to look again where it stands. */
final class LadderEntryRule implements ModelRule {

    static final String NEXT_STEP = "nextStep";
    private static final String RESUMPTION = "resumption";
    private static final String MOVED = "StandingChanged";

    private final KnownNames known;

    LadderEntryRule(KnownNames known) {
        this.known = known;
    }

    @Override
    public void check(ProcessModel model, Report report) {
        if (!model.isLadder()) {
            return;
        }
        LadderRungs rungs = LadderRungs.of(model);
        List<ServiceTask> findSteps = rungs.findSteps();
        if (findSteps.size() != 1) {
            report.add(
                    model.process(),
                    "A ladder has one task “Find step”, which looks where a case stands; here are %d. Choose the template once."
                            .formatted(findSteps.size()));
            return;
        }
        ServiceTask findStep = findSteps.get(0);
        gateway(findStep)
                .ifPresentOrElse(
                        gateway -> checkEntries(gateway, rungs, report),
                        () -> report.add(
                                findStep,
                                "Nobody asks for the step that was found. Draw a gateway behind it with a way to each step."));
        checkReturn(model, findStep, report);
    }

    private void checkEntries(ExclusiveGateway gateway, LadderRungs rungs, Report report) {
        Map<String, SequenceFlow> entries = entries(gateway, report);
        Map<String, CallActivity> firsts = new HashMap<>();
        rungs.steps().forEach((call, step) -> firsts.putIfAbsent(step.id(), call));
        firsts.forEach((step, call) -> {
            SequenceFlow entry = entries.get(step);
            if (entry == null || !call.equals(entry.getTarget())) {
                report.add(
                        call,
                        "A case that stands before this step can't come here. Draw a way from “%s” to it with the condition ${nextStep == '%s'}."
                                .formatted(gateway.getName(), step));
            }
        });
        SequenceFlow pauseEnded = entries.remove(RESUMPTION);
        if (pauseEnded == null || !leadsBack(pauseEnded.getTarget(), rungs)) {
            report.add(
                    gateway,
                    "After a pause friendly words come first. Draw a way with the condition ${nextStep == 'resumption'} to a friendly reminder that leads back to “Find step”.");
        }
        entries.forEach((step, flow) -> {
            if (!firsts.containsKey(step)) {
                report.add(flow, "The step “%s” does not stand on this ladder. Remove the way.".formatted(step));
            }
        });
    }

    private static boolean leadsBack(FlowNode to, LadderRungs rungs) {
        return to instanceof CallActivity call
                && LadderRungs.step(call).isPresent()
                && call.getSucceedingNodes().list().stream().anyMatch(rungs::isFindStep);
    }

    /** Word → the flow that it opens; only conditions that compare {@code nextStep} with one word. */
    private Map<String, SequenceFlow> entries(ExclusiveGateway gateway, Report report) {
        Map<String, SequenceFlow> entries = new HashMap<>();
        for (SequenceFlow flow : gateway.getOutgoing()) {
            Condition.of(flow, known)
                    .map(Condition::comparisons)
                    .filter(comparisons -> comparisons.size() == 1)
                    .map(comparisons -> comparisons.get(0))
                    .filter(one ->
                            one.variable().equals(NEXT_STEP) && one.operator().equals("=="))
                    .filter(one -> entries.putIfAbsent(one.value(), flow) != null)
                    .ifPresent(one -> report.add(
                            flow, "Another way is for “%s” already. Correct the condition.".formatted(one.value())));
        }
        return entries;
    }

    /** The gateway behind a task, with at most events between. */
    private static Optional<ExclusiveGateway> gateway(FlowNode from) {
        FlowNode at = from;
        do {
            at = at.getSucceedingNodes().list().stream().findFirst().orElse(null);
        } while (at instanceof CatchEvent);
        return at instanceof ExclusiveGateway gateway ? Optional.of(gateway) : Optional.empty();
    }

    private static void checkReturn(ProcessModel model, ServiceTask findStep, Report report) {
        boolean comesBack = model.all(BoundaryEvent.class).stream()
                .anyMatch(event -> hears(event)
                        && findStep.getParentElement().equals(event.getAttachedTo())
                        && event.getSucceedingNodes().list().contains(event.getAttachedTo()));
        if (!comesBack) {
            report.add(
                    findStep.getParentElement() instanceof SubProcess around ? around : model.process(),
                    "A case whose oldest invoice is paid would stay where it is. Put the message “StandingChanged” at the border of the subprocess with all steps, and lead it back into it.");
        }
    }

    private static boolean hears(BoundaryEvent event) {
        return event.getEventDefinitions().stream()
                .anyMatch(definition -> definition instanceof MessageEventDefinition message
                        && message.getMessage() != null
                        && MOVED.equals(message.getMessage().getName()));
    }
}
