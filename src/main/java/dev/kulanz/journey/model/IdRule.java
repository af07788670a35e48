package dev.kulanz.journey.model;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Message;

/** Ids say what names say, because logs, history and the desk show them. */
final class IdRule implements ModelRule {

    @Override
    public boolean isRemark() {
        return true;
    }

    @Override
    public void check(ProcessModel model, Report report) {
        List<BaseElement> elements = new ArrayList<>(model.all(FlowElement.class));
        elements.addAll(model.all(Message.class));
        for (BaseElement element : elements) {
            ElementId.of(element)
                    .filter(wanted -> !wanted.fits(element.getId()))
                    .ifPresent(wanted -> report.add(element, sentence(model, wanted)));
        }
    }

    private static String sentence(ProcessModel model, ElementId wanted) {
        if (!wanted.hasWords()) {
            return "The id does not say what this is. Begin it with %s and go on with what it means."
                    .formatted(wanted.proposal());
        }
        return "The id does not say what the name says. Call it " + free(model, wanted.proposal()) + ".";
    }

    private static String free(ProcessModel model, String proposal) {
        String id = proposal;
        for (int number = 2; model.bpmn().getModelElementById(id) != null; number++) {
            id = proposal + "_" + number;
        }
        return id;
    }
}
