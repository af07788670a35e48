package dev.kulanz.journey.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kulanz.receivables.Countries;
import dev.kulanz.shared.Legible;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The values among which a radio group or a select lets people choose: there are some, and each is an answer. */
final class FormValues {

    private final JsonNode component;
    private final String key;
    private final TaskForm form;
    private final List<String> problems = new ArrayList<>();

    private FormValues(JsonNode component, TaskForm form) {
        this.component = component;
        this.key = component.path("key").asText();
        this.form = form;
    }

    /** What is wrong with them, in sentences. */
    static List<String> problems(JsonNode component, TaskForm form) {
        FormValues values = new FormValues(component, form);
        values.check();
        return values.problems;
    }

    /** The values as the browser would send them. */
    static List<String> of(JsonNode component) {
        List<String> values = new ArrayList<>();
        component.path("values").forEach(value -> values.add(value.path("value").asText()));
        return values;
    }

    private void check() {
        boolean decides = key.equals(TaskForm.DECISION);
        if (!component.path("values").isArray() || component.path("values").isEmpty()) {
            problems.add(
                    decides
                            ? "Offer the decision as a radio group or select with the values "
                                    + Words.list(form.outcomes())
                            : "There is nothing to choose from. Add values, or make it a text field.");
            return;
        }
        Set<String> seen = new HashSet<>();
        Set<String> labels = new HashSet<>();
        for (JsonNode value : component.path("values")) {
            String word = value.path("value").asText();
            if (!seen.add(word)) {
                problems.add("“%s” can be chosen twice. Keep one of the values.".formatted(word));
            } else if (!labels.add(value.path("label").asText(word).strip())) {
                problems.add("“%s” is the label of two values: nobody can tell them apart. Rename one of them."
                        .formatted(value.path("label").asText()));
            }
            checkAnswer(word, value.path("value").isTextual());
        }
        if (decides) {
            form.outcomes().stream()
                    .filter(Predicate.not(seen::contains))
                    .forEach(outcome -> problems.add(
                            "“%s” can't be chosen, and some case will need it. Add the value.".formatted(outcome)));
        }
    }

    private void checkAnswer(String word, boolean isText) {
        if (key.equals(TaskForm.DECISION)) {
            if (!form.outcomes().contains(word)) {
                problems.add("No way leads on from the decision “%s”. Use the values %s"
                        .formatted(word, Words.list(form.outcomes())));
            }
        } else if (!isText
                || Legible.isBlank(word)
                || !Legible.isText(word)
                || word.length() > TaskForm.longest(key)
                || (key.equals(TaskForm.COUNTRY) && Countries.code(word).isEmpty())) {
            problems.add("“%s” is no answer that is taken for “%s”. Correct the value.".formatted(word, key));
        }
    }
}
