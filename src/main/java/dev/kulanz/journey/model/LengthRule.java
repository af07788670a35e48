package dev.kulanz.journey.model;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;

/** What the engine writes down at each step finds room there: else the cases that come by would stand still for good. */
final class LengthRule implements ModelRule {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_DESCRIPTION = 4_000;

    @Override
    public void check(ProcessModel model, Report report) {
        List<BaseElement> named = new ArrayList<>(model.all(FlowElement.class));
        named.addAll(model.all(Process.class));
        named.addAll(model.all(Message.class));
        for (BaseElement element : named) {
            check(element, "id", element.getId(), LONGEST_NAME, report);
            check(element, "name", element.getAttributeValue("name"), LONGEST_NAME, report);
        }
        for (UserTask task : model.all(UserTask.class)) {
            task.getDocumentations()
                    .forEach(said ->
                            check(task, "documentation", said.getRawTextContent(), LONGEST_DESCRIPTION, report));
        }
    }

    private static void check(BaseElement of, String what, @Nullable String text, int longest, Report report) {
        if (text != null && text.length() > longest) {
            report.add(
                    of,
                    "The %s has %,d characters; the engine has room for %,d.".formatted(what, text.length(), longest));
        }
    }
}
