package dev.kulanz.journey.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** Where a case can go from each node of a diagram: along the flows, and by the events at a task's border. */
final class Ways {

    private final Map<FlowNode, List<FlowNode>> next = new HashMap<>();
    private final Map<FlowNode, List<FlowNode>> before = new HashMap<>();

    private Ways() {}

    static Ways of(ProcessModel model) {
        Ways ways = new Ways();
        for (SequenceFlow flow : model.all(SequenceFlow.class)) {
            ways.add(flow.getSource(), flow.getTarget());
        }
        for (BoundaryEvent event : model.all(BoundaryEvent.class)) {
            ways.add(event.getAttachedTo(), event);
        }
        return ways;
    }

    private void add(FlowNode from, FlowNode to) {
        if (from != null && to != null) {
            next.computeIfAbsent(from, node -> new ArrayList<>()).add(to);
            before.computeIfAbsent(to, node -> new ArrayList<>()).add(from);
        }
    }

    List<FlowNode> next(FlowNode from) {
        return Objects.requireNonNullElse(next.get(from), List.of());
    }

    List<FlowNode> before(FlowNode to) {
        return Objects.requireNonNullElse(before.get(to), List.of());
    }

    /** The nodes themselves and all that comes after them. */
    Set<FlowNode> from(Collection<? extends FlowNode> starts) {
        return walk(starts, next, node -> true);
    }

    /** The nodes themselves and all from which one comes to them. */
    Set<FlowNode> to(Collection<? extends FlowNode> ends) {
        return walk(ends, before, node -> true);
    }

    /** All that comes after a node, without going on beyond those that stop the walk; they are among what is found. */
    Set<FlowNode> after(FlowNode start, Predicate<FlowNode> stops) {
        return walk(next(start), next, node -> !stops.test(node));
    }

    /** All from which one comes to a node, without going back beyond those that stop the walk. */
    Set<FlowNode> ahead(FlowNode end, Predicate<FlowNode> stops) {
        return walk(before(end), before, node -> !stops.test(node));
    }

    private static Set<FlowNode> walk(
            Collection<? extends FlowNode> starts, Map<FlowNode, List<FlowNode>> ways, Predicate<FlowNode> passes) {
        Set<FlowNode> seen = new LinkedHashSet<>(starts);
        Deque<FlowNode> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            FlowNode node = open.removeFirst();
            if (passes.test(node)) {
                Objects.requireNonNullElse(ways.get(node), List.<FlowNode>of()).stream()
                        .filter(seen::add)
                        .forEach(open::add);
            }
        }
        return seen;
    }
}
