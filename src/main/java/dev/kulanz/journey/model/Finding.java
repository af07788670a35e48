package dev.kulanz.journey.model;

import org.jspecify.annotations.Nullable;

/**
 * One thing that keeps a model from being deployed.
 *
 * @param resource name of the file, e.g. {@code reminder-step.bpmn}
 * @param elementId id of the diagram's element or the form's field; null if the whole file is meant
 * @param elementName the label that people see; null if it has none
 * @param sentence what is wrong and what to do, for a process owner
 */
public record Finding(
        String resource,
        @Nullable String elementId,
        @Nullable String elementName,
        String sentence) {

    /** All in one line: {@code reminder-step.bpmn, “Send message” (Task_SendMessage): …}. */
    public String line() {
        StringBuilder line = new StringBuilder(resource);
        if (elementName != null && !elementName.equals(elementId)) {
            line.append(", “").append(elementName).append('”');
        }
        if (elementId != null) {
            line.append(elementName == null || elementName.equals(elementId) ? ", " : " (")
                    .append(elementId)
                    .append(elementName == null || elementName.equals(elementId) ? "" : ")");
        }
        return line.append(": ").append(sentence).toString();
    }
}
