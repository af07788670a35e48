package dev.kulanz.journey.model;

import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.StartEvent;

/** One thing at a time: a case stands at one place of a process, else two of its steps would collide. */
final class OneTokenRule implements ModelRule {

    @Override
    public void check(ProcessModel model, Report report) {
        for (FlowNode node : model.nodes()) {
            if (!(node instanceof Gateway) && node.getOutgoing().size() > 1) {
                report.add(
                        node,
                        "Several ways lead on from here and all would be gone at once. Draw a gateway that asks which.");
            }
            if (node instanceof Activity activity && activity.getLoopCharacteristics() != null) {
                report.add(
                        node,
                        "It would be done several times over. Remove the marker and draw the loop with its wait.");
            }
            if (node instanceof BoundaryEvent event && !event.cancelActivity()) {
                report.add(node, "The event would begin a second way beside the first. Make it interrupting.");
            }
            if (node instanceof StartEvent start && !start.isInterrupting()) {
                report.add(node, "The event would begin a second way beside the first. Make it interrupting.");
            }
        }
    }
}
