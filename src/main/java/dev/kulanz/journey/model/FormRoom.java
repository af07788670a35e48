package dev.kulanz.journey.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether each decision can be taken with a form: what must be told with it is asked for then, and nothing is required
 * then that whoever decides so may not know. A task whose form fails that stands still, and its case with it.
 */
final class FormRoom {

    private final TaskForm form;
    private final Map<String, JsonNode> fields = new LinkedHashMap<>();
    private final Report report;

    private FormRoom(List<JsonNode> fields, TaskForm form, Report report) {
        this.form = form;
        this.report = report;
        fields.forEach(field -> this.fields.putIfAbsent(field.path("key").asText(), field));
    }

    /** @param fields all that ask for something */
    static void check(List<JsonNode> fields, TaskForm form, Report report) {
        FormRoom room = new FormRoom(fields, form, report);
        for (Outcome outcome : form.answers()) {
            room.checkAsked(outcome);
            room.checkRequired(outcome);
        }
    }

    private Set<String> shown(Outcome outcome) {
        return fields.entrySet().stream()
                .filter(field ->
                        !Hiding.of(field.getValue(), form).orElse(Hiding.NEVER).hides(outcome.word()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void checkAsked(Outcome outcome) {
        Set<String> shown = shown(outcome);
        if (outcome.ways().stream().noneMatch(way -> way.isTold(shown::contains))) {
            report.addForFile(
                    "Whoever decides “%s” must fill in %s, and the form does not ask for it then. Add the field, or correct what hides it."
                            .formatted(outcome.word(), words(outcome)));
            return;
        }
        for (Outcome.Way way : outcome.ways()) {
            List<String> missing = way.missing(shown::contains);
            if (!missing.isEmpty() && missing.size() < way.needed().size()) {
                report.addForFile(
                        "With “%s” the form asks for a part of %s only, and a part is refused. Add %s or remove the others."
                                .formatted(
                                        outcome.word(), String.join(", ", way.needed()), String.join(", ", missing)));
            }
        }
    }

    private void checkRequired(Outcome outcome) {
        Set<String> shown = shown(outcome);
        List<JsonNode> required = fields.entrySet().stream()
                .filter(field -> shown.contains(field.getKey()))
                .map(Map.Entry::getValue)
                .filter(field -> field.path("validate").path("required").asBoolean())
                .toList();
        outcome.ways().stream()
                .filter(way -> way.isTold(shown::contains))
                .map(way -> required.stream()
                        .filter(field -> !way.canTell(field.path("key").asText()))
                        .toList())
                .min(Comparator.comparingInt(List::size))
                .stream()
                .flatMap(List::stream)
                .forEach(field -> FormCheck.add(
                        field,
                        "Whoever decides “%s” may have nothing to fill in here, and must. Don't require it, or hide it then."
                                .formatted(outcome.word()),
                        report));
    }

    private static String words(Outcome outcome) {
        return outcome.ways().stream()
                .map(way -> String.join(", ", way.needed()))
                .collect(Collectors.joining(", or "));
    }
}
