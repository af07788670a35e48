package dev.kulanz.journey.model;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;

/** A diagram that can be read: drawn in full, and not too much of it. */
final class DiagramRule implements ModelRule {

    private static final int MOST_NODES = 25;
    private static final int MOST_NODES_OF_A_LADDER = 30;

    @Override
    public void check(ProcessModel model, Report report) {
        int nodes = model.nodes().size();
        int most = model.isLadder() ? MOST_NODES_OF_A_LADDER : MOST_NODES;
        if (nodes > most) {
            report.add(
                    model.process(),
                    "The diagram has %d tasks, events and gateways; more than %d nobody can follow. Move a part into a process of its own."
                            .formatted(nodes, most));
        }
        if (model.all(BpmnPlane.class).isEmpty()) {
            report.add(
                    model.process(),
                    "Nothing is drawn. Open the file in Camunda Modeler, draw the diagram and save it.");
            return;
        }
        Set<String> drawn = drawn(model);
        for (FlowElement element : model.all(FlowElement.class)) {
            if ((element instanceof FlowNode || element instanceof SequenceFlow) && !drawn.contains(element.getId())) {
                report.add(element, "It is not drawn in the diagram. Draw it, or remove it from the file.");
            }
        }
    }

    private static Set<String> drawn(ProcessModel model) {
        Set<String> drawn = new HashSet<>();
        model.all(BpmnShape.class).forEach(shape -> drawn.add(shape.getAttributeValue("bpmnElement")));
        model.all(BpmnEdge.class).forEach(edge -> drawn.add(edge.getAttributeValue("bpmnElement")));
        return drawn;
    }
}
