package dev.kulanz.journey.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is to be said of a model.
 *
 * @param resource name of the file, e.g. {@code reminder-step.bpmn}
 * @param elementId id of the diagram's element or the form's field; null if the whole file is meant
 * @param elementName the label that people see; null if it has none
 * @param severity whether it keeps the model from being deployed
 * @param sentence what is wrong and what to do, for a process owner
 */
public record Finding(
        String resource,
        @Nullable String elementId,
        @Nullable String elementName,
        Severity severity,
        @JsonProperty("message") String sentence) {

    /** One for which a deployment is refused. */
    static Finding refusal(String resource, @Nullable String elementId, @Nullable String elementName, String sentence) {
        return new Finding(resource, elementId, elementName, Severity.REFUSAL, sentence);
    }

    boolean refuses() {
        return severity == Severity.REFUSAL;
    }

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
