package dev.kulanz.journey.model;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Documentation;

/** Each task tells the clerk what happens there; the process tells its story. */
final class DocumentationRule implements ModelRule {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void check(ProcessModel model, Report report) {
        List<BaseElement> told = new ArrayList<>(model.all(Activity.class));
        told.add(0, model.process());
        for (BaseElement element : told) {
            if (element.getDocumentations().stream()
                    .map(Documentation::getTextContent)
                    .allMatch(String::isBlank)) {
                report.add(element, "Nothing tells people what happens here. Enter it under “Documentation”.");
            }
        }
    }
}
