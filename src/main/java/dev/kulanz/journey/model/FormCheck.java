package dev.kulanz.journey.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks a form: Tasklist can show it, and the application understands what it sends back. */
final class FormCheck {

    /** The latest schema that Tasklist 7.24 draws. */
    private static final int NEWEST_SCHEMA = 16;

    private static final Set<String> SHOWN = Set.of("text", "html", "image", "separator", "spacer", "group", "button");

    /** What of a component is read as Markdown or HTML, or fetched: it could be more than text. */
    private static final List<String> DRAWN = List.of("text", "content", "source");

    /** Names that may stand there: none of their values brings anything along. */
    private static final Pattern HARMLESS =
            Pattern.compile("\\{\\{\\s*(?:%s)\\s*}}".formatted(String.join("|", TaskForm.DRAWABLE)));

    /** Of two values under one name a browser could take the other. */
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private FormCheck() {}

    static void check(String file, String text, Report report) {
        JsonNode form;
        try {
            form = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            report.addForFile("The file is not readable JSON (line %d). Save it with Camunda Modeler."
                    .formatted(e.getLocation() == null ? 1 : e.getLocation().getLineNr()));
            return;
        }
        if (!form.isObject() || !form.path("components").isArray()) {
            report.addForFile(
                    "The file is not a form. Draw one of the type “Camunda Form” and save it with Camunda Modeler.");
            return;
        }
        checkHead(file, form, report);
        String id = form.path("id").asText();
        TaskForm.of(id)
                .ifPresentOrElse(
                        known -> checkComponents(form, known, report),
                        () -> report.addForFile("No task understands the form “%s”. Known forms are %s"
                                .formatted(id, Words.list(TaskForm.ids()))));
    }

    private static void checkHead(String file, JsonNode form, Report report) {
        String id = form.path("id").asText();
        if (!file.equals(id + ".form")) {
            report.addForFile(
                    "The form has the id “%s” but the file is called “%s”. Rename one of them.".formatted(id, file));
        }
        if (!form.path("type").asText("default").equals("default")
                || form.hasNonNull("path")
                || form.hasNonNull("conditional")) {
            report.addForFile(
                    "The form as a whole has the type “default”, no path and no condition. Remove what else is set.");
        }
        int schema = form.path("schemaVersion").asInt();
        if (schema < 1 || schema > NEWEST_SCHEMA) {
            report.addForFile(
                    "The form is written in schema version %s; Tasklist shows versions up to %d. Save it for Camunda 7."
                            .formatted(form.path("schemaVersion").asText("(none)"), NEWEST_SCHEMA));
        }
    }

    private static void checkComponents(JsonNode form, TaskForm known, Report report) {
        List<JsonNode> components = new ArrayList<>();
        collect(form, components);
        checkOnce(components, report);
        checkIds(form, components, report);
        for (JsonNode component : components) {
            checkComponent(component, known, report);
        }
        if (components.stream().noneMatch(component -> isDecision(component) && isField(component))) {
            report.addForFile(
                    "The field “%s” is missing; it tells the process how to go on. Add a radio group with the values %s"
                            .formatted(TaskForm.DECISION, Words.list(known.outcomes())));
        }
        FormRoom.check(components.stream().filter(FormCheck::isField).toList(), known, report);
    }

    /** Tasklist shows nothing of a form in which an id comes again; its own counts as well. */
    private static void checkIds(JsonNode form, List<JsonNode> components, Report report) {
        Set<String> ids = new HashSet<>();
        ids.add(form.path("id").asText());
        components.stream()
                .filter(component -> !component.path("id").asText().isEmpty())
                .filter(component -> !ids.add(component.path("id").asText()))
                .forEach(component -> add(
                        component,
                        "The id “%s” is there twice in this form. Give each component its own."
                                .formatted(component.path("id").asText()),
                        report));
    }

    /** Of two fields of one name one answer is lost. */
    private static void checkOnce(List<JsonNode> components, Report report) {
        Set<String> keys = new HashSet<>();
        components.stream()
                .filter(FormCheck::isField)
                .filter(field -> !keys.add(field.path("key").asText()))
                .forEach(field -> add(
                        field,
                        "“%s” is asked for twice. Keep one of the fields."
                                .formatted(field.path("key").asText()),
                        report));
    }

    private static void collect(JsonNode parent, List<JsonNode> components) {
        for (JsonNode component : parent.path("components")) {
            components.add(component);
            collect(component, components);
        }
    }

    private static void checkComponent(JsonNode component, TaskForm known, Report report) {
        String type = component.path("type").asText();
        if (!isField(component) && !SHOWN.contains(type)) {
            add(
                    component,
                    "Tasklist can't show a component of the type “%s”. Use other fields.".formatted(type),
                    report);
        } else if (component.hasNonNull("path")) {
            add(component, "Leave the path of the group empty: else its fields arrive under other names.", report);
        } else if (isField(component)
                && !known.fields().contains(component.path("key").asText())) {
            add(
                    component,
                    "Nobody reads the field “%s”. Use one of %s"
                            .formatted(component.path("key").asText(), Words.list(known.fields())),
                    report);
        }
        if (isDecision(component)) {
            checkDecision(component, report);
        }
        FormParts.problems(component, known).forEach(problem -> add(component, problem, report));
        DRAWN.stream()
                .map(part -> component.path(part).asText().strip())
                .filter(FormCheck::isDoubtful)
                .forEach(text -> add(
                        component,
                        "What others have written could become a picture or a link here. Show “=%s” as the text, or put %s into it"
                                .formatted(TaskForm.FACTS, placeholders()),
                        report));
    }

    private static boolean isDoubtful(String text) {
        return text.startsWith("=")
                ? !text.substring(1).strip().equals(TaskForm.FACTS)
                : HARMLESS.matcher(text).replaceAll("").contains("{{");
    }

    private static String placeholders() {
        return Words.list(
                TaskForm.DRAWABLE.stream().map(name -> "{{" + name + "}}").toList());
    }

    private static void checkDecision(JsonNode component, Report report) {
        if (!component.path("validate").path("required").asBoolean()) {
            add(component, "Without a decision the process can't go on. Make the field required.", report);
        }
    }

    private static boolean isField(JsonNode component) {
        return FormParts.FIELDS.contains(component.path("type").asText());
    }

    private static boolean isDecision(JsonNode component) {
        return TaskForm.DECISION.equals(component.path("key").asText());
    }

    static void add(JsonNode component, String sentence, Report report) {
        String id = component.path("id").asText(component.path("key").asText(null));
        report.add(id, component.path("label").asText(null), sentence);
    }
}
