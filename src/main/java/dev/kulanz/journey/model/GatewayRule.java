package dev.kulanz.journey.model;

import java.util.Optional;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** Ways part at gateways only, and a gateway can always decide. */
final class GatewayRule implements ModelRule {

    private final KnownNames known;

    GatewayRule(KnownNames known) {
        this.known = known;
    }

    @Override
    public void check(ProcessModel model, Report report) {
        for (SequenceFlow flow : model.all(SequenceFlow.class)) {
            ConditionExpression condition = flow.getConditionExpression();
            if (condition != null) {
                checkCondition(flow, condition, report);
            } else if (decides(flow.getSource())
                    && flow.getSource().getOutgoing().size() > 1
                    && !isDefault(flow)) {
                report.add(
                        flow,
                        "No condition says when this way is taken. Enter one, or make it the default flow of “%s”."
                                .formatted(label(flow.getSource())));
            }
        }
    }

    private void checkCondition(SequenceFlow flow, ConditionExpression condition, Report report) {
        if (condition.getLanguage() != null || condition.getCamundaResource() != null) {
            report.add(
                    flow, "Scripts are not run here. Write the condition as an expression, e.g. ${outcome == 'STOP'}.");
            return;
        }
        if (!decides(flow.getSource())) {
            report.add(flow, "A condition belongs behind a gateway that asks the question. Draw one before this flow.");
        }
        new Condition(condition.getTextContent().strip(), known)
                .problem()
                .ifPresent(problem -> report.add(flow, problem));
    }

    private static boolean decides(FlowNode node) {
        return node instanceof ExclusiveGateway;
    }

    /** Whether this is the flow that is taken when no other is. */
    static boolean isDefault(SequenceFlow flow) {
        String other = flow.getSource().getAttributeValue("default");
        return flow.getId().equals(other);
    }

    private static String label(FlowNode node) {
        return Optional.ofNullable(node.getName()).orElse(node.getId());
    }
}
