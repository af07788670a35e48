package dev.kulanz.journey.model;

import dev.kulanz.cases.LadderStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;

/** What the diagram of a ladder draws: where the place is looked for, and the steps. */
final class LadderRungs {

    private static final String HANDOVER = "collection-handover";

    private final List<ServiceTask> findSteps;
    private final Map<CallActivity, LadderStep> steps = new LinkedHashMap<>();

    private LadderRungs(List<ServiceTask> findSteps) {
        this.findSteps = findSteps;
    }

    /** A call that leads straight back to where the place is looked for is no step: it says what ended. */
    static LadderRungs of(ProcessModel model) {
        LadderRungs rungs = new LadderRungs(model.all(ServiceTask.class).stream()
                .filter(task -> "${findStep}".equals(ProcessModel.camunda(task, "delegateExpression")))
                .toList());
        for (CallActivity call : model.all(CallActivity.class)) {
            if (call.getSucceedingNodes().list().stream().noneMatch(rungs::isFindStep)) {
                step(call).ifPresent(step -> rungs.steps.put(call, step));
            }
        }
        return rungs;
    }

    List<ServiceTask> findSteps() {
        return findSteps;
    }

    boolean isFindStep(FlowNode node) {
        return findSteps.contains(node);
    }

    Map<CallActivity, LadderStep> steps() {
        return steps;
    }

    static Optional<LadderStep> step(CallActivity call) {
        if (HANDOVER.equals(call.getCalledElement())) {
            return Optional.of(LadderStep.HANDOVER_DECISION);
        }
        return ProcessModel.extensions(call, CamundaIn.class).stream()
                .filter(in -> "step".equals(in.getCamundaTarget()) && in.getCamundaSourceExpression() != null)
                .flatMap(in -> LadderStep.of(in.getCamundaSourceExpression().strip()).stream())
                .findFirst();
    }
}
