package dev.kulanz.journey.model;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/** A case can come to every element, and from every element it comes to an end. */
final class DeadEndRule implements ModelRule {

    @Override
    public void check(ProcessModel model, Report report) {
        Ways ways = Ways.of(model);
        Set<FlowNode> reached = ways.from(nodes(model, StartEvent.class));
        Set<FlowNode> ending = ways.to(nodes(model, EndEvent.class));
        for (FlowNode node : model.nodes()) {
            boolean runsBeside = node instanceof SubProcess around && around.triggeredByEvent();
            if (runsBeside) {
                continue;
            }
            if (!reached.contains(node)) {
                report.add(node, "No way leads here. Draw a flow to it, or remove it.");
            } else if (!(node instanceof EndEvent) && node.getOutgoing().isEmpty()) {
                report.add(node, "No way leads on from here. Draw a flow to what comes next, or to an end event.");
            } else if (!ending.contains(node)) {
                report.add(node, "A case that comes here goes round for ever. Draw a way out to an end event.");
            }
        }
    }

    /** Of each process and subprocess: a subprocess counts as one node among its neighbours. */
    private static <T extends FlowNode> List<FlowNode> nodes(ProcessModel model, Class<T> type) {
        return List.copyOf(model.all(type));
    }
}
