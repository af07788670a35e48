package dev.kulanz.journey.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;

/** A promise is judged on its day: no way leads there past the timer that waits for it. */
final class JudgeRule implements ModelRule {

    private static final String JUDGES = "${judgePromise}";
    private static final String DAY = "${judgeAt}";

    @Override
    public void check(ProcessModel model, Report report) {
        Ways ways = Ways.of(model);
        for (ServiceTask task : model.all(ServiceTask.class)) {
            if (JUDGES.equals(ProcessModel.camunda(task, "delegateExpression")) && isReachedTooEarly(task, ways)) {
                report.add(
                        task,
                        "A promise would be judged before its day. Put a timer with the date ${judgeAt} before it, on every way.");
            }
        }
    }

    /** Goes back from it on every way, as far as the next timer that waits for the day. */
    private static boolean isReachedTooEarly(FlowNode task, Ways ways) {
        Set<FlowNode> seen = new HashSet<>();
        Deque<FlowNode> open = new ArrayDeque<>(List.of(task));
        while (!open.isEmpty()) {
            FlowNode node = open.removeFirst();
            if (node instanceof StartEvent && embedding(node).isEmpty()) {
                return true;
            }
            before(node, ways)
                    .filter(from -> !waitsForTheDay(from))
                    .filter(seen::add)
                    .forEach(open::add);
        }
        return false;
    }

    /** Who comes out of an embedded subprocess has come to one of its ends; whom its border takes out, to none. */
    private static Stream<FlowNode> before(FlowNode node, Ways ways) {
        Optional<SubProcess> around = node instanceof StartEvent ? embedding(node) : Optional.empty();
        if (around.isPresent()) {
            return before(around.get(), ways);
        }
        return ways.before(node).stream().flatMap(from -> {
            if (!(from instanceof SubProcess left)) {
                return Stream.of(from);
            }
            return node instanceof BoundaryEvent ? before(left, ways) : ends(left, ways);
        });
    }

    private static Stream<FlowNode> ends(SubProcess around, Ways ways) {
        return around.getFlowElements().stream()
                .filter(FlowNode.class::isInstance)
                .map(FlowNode.class::cast)
                .filter(node -> ways.next(node).isEmpty())
                .flatMap(node -> node instanceof SubProcess inner && !inner.triggeredByEvent()
                        ? ends(inner, ways)
                        : Stream.of(node));
    }

    private static Optional<SubProcess> embedding(FlowNode node) {
        return node.getParentElement() instanceof SubProcess around && !around.triggeredByEvent()
                ? Optional.of(around)
                : Optional.empty();
    }

    private static boolean waitsForTheDay(FlowNode node) {
        return node.getChildElementsByType(TimerEventDefinition.class).stream()
                .anyMatch(timer -> timer.getTimeDate() != null
                        && DAY.equals(timer.getTimeDate().getTextContent().strip()));
    }
}
