package dev.kulanz.journey.model;

import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;

/** A promise is judged on its day: no way leads there past the timer that waits for it. */
final class JudgeRule implements ModelRule {

    private static final String JUDGES = "${judgePromise}";
    private static final String DAY = "${judgeAt}";

    @Override
    public void check(ProcessModel model, Report report) {
        Ways ways = Ways.of(model);
        for (ServiceTask task : model.all(ServiceTask.class)) {
            if (JUDGES.equals(ProcessModel.camunda(task, "delegateExpression"))
                    && ways.ahead(task, JudgeRule::waitsForTheDay).stream().anyMatch(StartEvent.class::isInstance)) {
                report.add(
                        task,
                        "A promise would be judged before its day. Put a timer with the date ${judgeAt} before it, on every way.");
            }
        }
    }

    private static boolean waitsForTheDay(FlowNode node) {
        return node.getChildElementsByType(TimerEventDefinition.class).stream()
                .anyMatch(timer -> timer.getTimeDate() != null
                        && DAY.equals(timer.getTimeDate().getTextContent().strip()));
    }
}
