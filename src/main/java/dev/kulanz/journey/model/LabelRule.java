package dev.kulanz.journey.model;

import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** Everything that people read in Tasklist, history and case file has a name. */
final class LabelRule implements ModelRule {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void check(ProcessModel model, Report report) {
        for (FlowNode node : model.nodes()) {
            if (!isBlank(node)) {
                continue;
            }
            if (node instanceof Activity) {
                report.add(node, "The task has no name. Say what is done: a verb and an object, e.g. “Send message”.");
            } else if (node instanceof Event) {
                report.add(node, "The event has no name. Say what has happened, e.g. “Block lifted”.");
            } else if (asks(node)) {
                report.add(node, "The gateway has no name. Ask its question, e.g. “Was it sent?”.");
            }
        }
        for (SequenceFlow flow : model.all(SequenceFlow.class)) {
            if (isBlank(flow) && answers(flow)) {
                report.add(flow, "The flow has no name. Write the answer to the gateway's question, e.g. “yes”.");
            }
        }
    }

    private static boolean isBlank(FlowElement element) {
        return element.getName() == null || element.getName().isBlank();
    }

    private static boolean asks(FlowNode node) {
        return node instanceof Gateway && node.getOutgoing().size() > 1;
    }

    private static boolean answers(SequenceFlow flow) {
        FlowNode from = flow.getSource();
        return from instanceof ExclusiveGateway && from.getOutgoing().size() > 1 && !GatewayRule.isDefault(flow);
    }
}
