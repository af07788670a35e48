package dev.kulanz.journey.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;

/**
 * Ids say what an element is, because logs, history and the desk show them, and stay what they are when its name is put
 * into better words: the stories of cases know an element by its id.
 */
final class IdRule implements ModelRule {

    private final Optional<ProcessModel> replaced;

    /** @param replaced the version that is in force until now */
    IdRule(Optional<ProcessModel> replaced) {
        this.replaced = replaced;
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void check(ProcessModel model, Report report) {
        List<BaseElement> elements = new ArrayList<>(model.all(FlowElement.class));
        elements.addAll(model.all(Message.class));
        for (BaseElement element : elements) {
            ElementId.of(element).ifPresent(id -> checkShape(model, element, id, report));
        }
        replaced.ifPresent(before -> model.nodes().forEach(node -> checkKept(model, node, before, report)));
    }

    private static void checkShape(ProcessModel model, BaseElement element, ElementId id, Report report) {
        if (id.isMadeUp()) {
            report.add(element, "Camunda Modeler made this id up. " + instead(model, id));
        } else if (!id.isWellFormed()) {
            report.add(element, "The id does not say what this is. " + instead(model, id));
        }
    }

    private static String instead(ProcessModel model, ElementId id) {
        return id.hasWords()
                ? "Call it %s, or what says better what it means.".formatted(free(model, id.proposal()))
                : "Begin it with %s and go on with what it means, in letters and digits.".formatted(id.proposal());
    }

    private static String free(ProcessModel model, String proposal) {
        String id = proposal;
        for (int number = 2; model.bpmn().getModelElementById(id) != null; number++) {
            id = proposal + "_" + number;
        }
        return id;
    }

    /** What is called as before and is of the same kind is the same thing. */
    private static void checkKept(ProcessModel model, FlowNode node, ProcessModel before, Report report) {
        if (!isOnlyOne(node, model.nodes())) {
            return;
        }
        List<FlowNode> same =
                before.nodes().stream().filter(old -> isAlike(node, old)).toList();
        if (same.size() != 1 || same.get(0).getId().equals(node.getId()) || !isGood(same.get(0))) {
            return;
        }
        String old = same.get(0).getId();
        boolean wasThere = before.bpmn().getModelElementById(node.getId()) != null;
        boolean isThere = model.bpmn().getModelElementById(old) != null;
        if (wasThere && isThere) {
            report.add(
                    node,
                    "Until now its id was %s, which stands at something else now. Put them back: what happened here would be told of the other."
                            .formatted(old));
        } else if (!wasThere && !isThere) {
            report.add(node, "Until now its id is %s. Keep it: what happened here is found by that.".formatted(old));
        }
    }

    private static boolean isGood(FlowNode node) {
        return ElementId.of(node)
                .filter(id -> id.isWellFormed() && !id.isMadeUp())
                .isPresent();
    }

    private static boolean isOnlyOne(FlowNode node, Collection<FlowNode> among) {
        return among.stream().filter(other -> isAlike(node, other)).count() == 1;
    }

    private static boolean isAlike(FlowNode one, FlowNode other) {
        return one.getName() != null
                && !one.getName().isBlank()
                && one.getName().equals(other.getName())
                && one.getElementType().equals(other.getElementType());
    }
}
