package dev.kulanz.journey.model;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;

/** What runs is drawn in full: what is not drawn nobody sees, neither in the Modeler nor on the desk. */
final class DiagramRule implements ModelRule {

    @Override
    public void check(ProcessModel model, Report report) {
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
