package dev.kulanz.journey.model;

import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** Behind a gateway that waits for what comes first stand the events, at least two, and each for itself. */
final class EventGatewayRule implements ModelRule {

    @Override
    public void check(ProcessModel model, Report report) {
        for (EventBasedGateway gateway : model.all(EventBasedGateway.class)) {
            if (gateway.getOutgoing().size() < 2) {
                report.add(gateway, "It waits for what comes first of one thing only. Draw the second event, or none.");
            }
            for (SequenceFlow flow : gateway.getOutgoing()) {
                if (!(flow.getTarget() instanceof IntermediateCatchEvent)) {
                    report.add(flow, "It must lead to an event: a timer, or a message that is waited for.");
                } else if (flow.getTarget().getIncoming().size() > 1) {
                    report.add(
                            flow.getTarget(),
                            "Another way leads here past the gateway “%s”. Lead it to the gateway, or draw an event of its own."
                                    .formatted(gateway.getName()));
                }
            }
        }
    }
}
