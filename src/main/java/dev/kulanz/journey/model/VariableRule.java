package dev.kulanz.journey.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.jspecify.annotations.Nullable;

/** What an element looks at is set on every way that leads to it, and a process sets few things. */
final class VariableRule implements ModelRule {

    private static final int MOST = 8;

    private final KnownNames known;
    private final VariableUse use;
    private final Collection<ProcessModel> others;

    /** @param others every process that will be in force beside the checked one: they may hand something in */
    VariableRule(KnownNames known, Collection<ProcessModel> others) {
        this.known = known;
        this.use = new VariableUse(known);
        this.others = others;
    }

    @Override
    public void check(ProcessModel model, Report report) {
        Ways ways = Ways.of(model);
        @Nullable Set<String> handedIn = handedIn(model);
        checkNumber(model, handedIn == null ? Set.of() : handedIn, report);
        if (handedIn == null && !model.isLadder() && !model.beginsByMessage()) {
            return; // nobody begins it yet: what he will hand in is not known
        }
        Map<FlowNode, Set<String>> arriving = arriving(model, ways, handedIn == null ? Set.of() : handedIn);
        for (FlowNode node : ways.from(List.copyOf(model.all(StartEvent.class)))) {
            Set<String> unset = new TreeSet<>(use.needs(node));
            unset.removeAll(arriving.getOrDefault(node, Set.of()));
            unset.removeAll(use.sets(node));
            if (!unset.isEmpty()) {
                report.add(
                        node,
                        "It needs %s, and a case can come here without that being set: it would be stuck. Draw the task that sets it before."
                                .formatted(quoted(unset)));
            }
        }
    }

    private void checkNumber(ProcessModel model, Set<String> handedIn, Report report) {
        Set<String> all = new TreeSet<>(handedIn);
        Set<String> lookedAt = new HashSet<>();
        model.nodes().forEach(node -> lookedAt.addAll(use.needs(node)));
        for (FlowNode node : model.nodes()) {
            Set<String> set = use.sets(node);
            if (node instanceof CatchEvent) {
                set.retainAll(lookedAt); // a message may bring more to others
            }
            all.addAll(set);
        }
        all.retainAll(known.variables().keySet()); // unknown names are said elsewhere
        if (all.size() > MOST) {
            report.add(
                    model.process(),
                    "The process keeps %d variables, more than %d: %s Move a part into a process of its own."
                            .formatted(all.size(), MOST, Words.list(all)));
        }
    }

    /** What callers hand in, null if nobody calls; that each hands in what is needed, the rule for calls sees to. */
    private @Nullable Set<String> handedIn(ProcessModel model) {
        Set<String> handed = null;
        for (ProcessModel other : others) {
            for (CallActivity call : other.all(CallActivity.class)) {
                if (model.process().getId().equals(call.getCalledElement())) {
                    handed = handed == null ? new HashSet<>() : handed;
                    handed.addAll(VariableUse.handedIn(call));
                }
            }
        }
        return handed;
    }

    /** What is set for sure when a case arrives at a node; nodes that are not reached are missing. */
    private Map<FlowNode, Set<String>> arriving(ProcessModel model, Ways ways, Set<String> handedIn) {
        Map<FlowNode, Set<String>> arriving = new HashMap<>();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (FlowNode node : model.nodes()) {
                Set<String> now = now(node, ways, handedIn, arriving);
                changed |= now != null && !now.equals(arriving.put(node, now));
            }
        }
        return arriving;
    }

    private @Nullable Set<String> now(
            FlowNode node, Ways ways, Set<String> handedIn, Map<FlowNode, Set<String>> arriving) {
        if (node instanceof StartEvent || (node instanceof SubProcess own && own.triggeredByEvent())) {
            boolean inside = node.getParentElement() instanceof SubProcess;
            return inside ? arriving.get((FlowNode) node.getParentElement()) : handedIn;
        }
        Set<String> set = null;
        for (FlowNode from : ways.before(node)) {
            boolean interrupted = node instanceof BoundaryEvent;
            Set<String> before = interrupted ? arriving.get(from) : leaving(from, arriving);
            set = before == null ? set : both(set, before);
        }
        return set;
    }

    private @Nullable Set<String> leaving(FlowNode from, Map<FlowNode, Set<String>> arriving) {
        Set<String> arrived = arriving.get(from);
        if (arrived == null) {
            return null;
        }
        Set<String> leaving = new HashSet<>(arrived);
        leaving.addAll(use.sets(from));
        if (from instanceof SubProcess around) {
            Set<String> inside = null;
            for (EndEvent end : around.getChildElementsByType(EndEvent.class)) {
                Set<String> at = arriving.get(end);
                inside = at == null ? inside : both(inside, at);
            }
            leaving.addAll(inside == null ? Set.of() : inside);
        }
        return leaving;
    }

    private static Set<String> both(@Nullable Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(other);
        if (one != null) {
            both.retainAll(one);
        }
        return both;
    }

    private static String quoted(Collection<String> names) {
        return "“" + String.join("” and “", names) + "”";
    }
}
