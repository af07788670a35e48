package dev.kulanz.journey.model;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Whoever goes round waits on the way: else the engine would run the loop without end. */
final class LoopRule implements ModelRule {

    @Override
    public void check(ProcessModel model, Report report) {
        Ways ways = Ways.of(model);
        Set<FlowNode> said = new HashSet<>();
        for (FlowNode node : model.nodes()) {
            if (waits(node) || said.contains(node)) {
                continue;
            }
            Set<FlowNode> after = ways.after(node, LoopRule::waits);
            if (after.contains(node)) {
                Set<FlowNode> loop = ways.ahead(node, LoopRule::waits);
                loop.retainAll(after);
                said.addAll(loop);
                report.add(
                        node,
                        "A case could come here again and again without waiting. Put a timer or another event into the loop.");
            }
        }
    }

    private static boolean waits(FlowNode node) {
        return node instanceof IntermediateCatchEvent
                || node instanceof BoundaryEvent
                || node instanceof UserTask
                || (node instanceof SubProcess around
                        && around.getFlowElements().stream()
                                .anyMatch(element -> element instanceof FlowNode inner && waits(inner)));
    }
}
