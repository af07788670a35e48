package dev.kulanz.journey.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a component the check understands: plain texts, and fields that a person can fill in. Whatever else a form could
 * hold the browser would reckon with, and nobody could say whether the task can still be completed.
 */
final class FormParts {

    /** Components that ask; not each of them can ask for everything. */
    static final Set<String> FIELDS = Set.of(
            "textfield", "textarea", "datetime", "select", "radio", "number", "checkbox", "checklist", "taglist");

    private static final Set<String> OF_ANY = Set.of("id", "type", "layout", "properties");
    private static final Set<String> OF_FIELDS = Set.of(
            "key",
            "label",
            "description",
            "defaultValue",
            "readonly",
            "disabled",
            "appearance",
            "validate",
            "conditional");
    private static final Map<String, Set<String>> OF_TYPE = Map.ofEntries(
            Map.entry("text", Set.of("text", "conditional")),
            Map.entry("html", Set.of("content", "conditional")),
            Map.entry("image", Set.of("source", "alt", "conditional")),
            Map.entry("separator", Set.of("conditional")),
            Map.entry("spacer", Set.of("height", "conditional")),
            Map.entry("button", Set.of("key", "label", "action")),
            Map.entry("group", Set.of("key", "label", "path", "components", "showOutline", "verticalAlignment")),
            Map.entry("textfield", Set.of()),
            Map.entry("textarea", Set.of()),
            Map.entry("datetime", Set.of("subtype", "dateLabel")),
            Map.entry("select", Set.of("values", "searchable")),
            Map.entry("radio", Set.of("values")),
            Map.entry("number", Set.of()),
            Map.entry("checkbox", Set.of()),
            Map.entry("checklist", Set.of("values")),
            Map.entry("taglist", Set.of("values")));

    private static final Map<String, Set<String>> ASKING =
            Map.of(TaskForm.DECISION, Set.of("radio", "select"), TaskForm.UNTIL, Set.of("datetime"));
    private static final Set<String> TEXTS = Set.of("textfield", "textarea", "select", "radio");

    /** Drawn, and looked at by their own rule. */
    private static final Set<String> DRAWN = Set.of("text", "content", "source");

    private static final Set<String> MEASURES =
            Set.of("required", "minLength", "maxLength", "validationType", "pattern");

    /** Of phone numbers; others than this nobody has tried on every text. */
    private static final String PHONE = "^\\+?[0-9][0-9 ()/\\-]{4,28}$";

    /** The longest answer that is taken. */
    private static final int LONGEST = 2_000;

    private static final Pattern COMPARED = Pattern.compile("decision\\s*!?=\\s*\"([A-Z_]{1,40})\"");
    private static final Pattern HIDING =
            Pattern.compile("=\\s*(?:%1$s)(?:\\s+(?:and|or)\\s+(?:%1$s)){0,5}\\s*".formatted(COMPARED.pattern()));

    private final JsonNode component;
    private final TaskForm form;
    private final List<String> problems = new ArrayList<>();

    private FormParts(JsonNode component, TaskForm form) {
        this.component = component;
        this.form = form;
    }

    /** What is wrong with a component of a kind that Tasklist shows, in sentences. */
    static List<String> problems(JsonNode component, TaskForm form) {
        FormParts parts = new FormParts(component, form);
        if (OF_TYPE.containsKey(parts.type())) {
            parts.check();
        }
        return parts.problems;
    }

    private String type() {
        return component.path("type").asText();
    }

    private void check() {
        boolean isField = FIELDS.contains(type());
        for (Iterator<String> names = component.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!OF_ANY.contains(name)
                    && !OF_TYPE.getOrDefault(type(), Set.of()).contains(name)
                    && !(isField && OF_FIELDS.contains(name))) {
                problems.add("“%s” is not used in this component. Remove it.".formatted(name));
            } else if (!DRAWN.contains(name) && !name.equals("conditional") && !name.equals("components")) {
                checkPlain(name, component.path(name));
            }
        }
        if (component.has("conditional")) {
            checkHiding(component.path("conditional"));
        }
        if (isField) {
            checkAsking(component.path("key").asText());
            checkMeasures(component.path("validate"));
        }
    }

    private void checkPlain(String name, JsonNode value) {
        boolean mayBlock = name.equals("readonly") || name.equals("disabled");
        if (mayBlock) {
            if (!(value.isBoolean() && !value.booleanValue())) {
                problems.add("Nobody could fill it in. Remove “%s”.".formatted(name));
            }
        } else if (!name.equals("validate") && isReckoned(value)) {
            problems.add("“%s” is an expression. Write plain text.".formatted(name));
        }
    }

    private static boolean isReckoned(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue().strip().startsWith("=")
                    || value.textValue().contains("{{");
        }
        for (JsonNode part : value) {
            if (isReckoned(part)) {
                return true;
            }
        }
        return false;
    }

    private void checkHiding(JsonNode conditional) {
        if (TaskForm.DECISION.equals(component.path("key").asText())) {
            problems.add(
                    "A decision is always asked for: without it the task can't be completed. Remove the condition.");
            return;
        }
        String hide = conditional.path("hide").asText().strip();
        boolean isPlain = conditional.isObject()
                && conditional.size() == 1
                && HIDING.matcher(hide).matches();
        for (Matcher word = COMPARED.matcher(hide); isPlain && word.find(); ) {
            isPlain = form.outcomes().contains(word.group(1));
        }
        if (!isPlain) {
            problems.add(
                    "What hides it is more than a look at the decision. Write it like =decision != \"%s\", with the values %s"
                            .formatted(form.outcomes().get(0), Words.list(form.outcomes())));
        }
    }

    private void checkAsking(String key) {
        Set<String> fitting = ASKING.getOrDefault(key, TEXTS);
        if (!fitting.contains(type())) {
            problems.add(
                    "A field of the type “%s” can't ask for “%s”. Use %s".formatted(type(), key, Words.list(fitting)));
        }
        String chosen = component.path("defaultValue").asText();
        if (!chosen.isEmpty() && component.has("values") && !isOffered(chosen)) {
            problems.add("“%s” is none of the values that can be chosen. Correct the default value.".formatted(chosen));
        }
        if (key.equals(TaskForm.UNTIL)
                && !"date".equals(component.path("subtype").asText("date"))) {
            problems.add("“until” is a day. Set the subtype to “Date”.");
        }
    }

    private boolean isOffered(String chosen) {
        for (JsonNode value : component.path("values")) {
            if (value.path("value").asText().equals(chosen)) {
                return true;
            }
        }
        return false;
    }

    private void checkMeasures(JsonNode validate) {
        for (Iterator<String> names = validate.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!MEASURES.contains(name)) {
                problems.add("“%s” is not used in this component. Remove it.".formatted(name));
            }
        }
        if (validate.has("required") && !validate.path("required").isBoolean()) {
            problems.add("“required” is true or false. Tick it, or don't.");
        }
        if (validate.has("pattern") && !PHONE.equals(validate.path("pattern").asText())) {
            problems.add(
                    "A pattern of one's own may fit nothing, or keep the browser busy. Remove it, or choose e-mail or phone as the kind of answer.");
        }
        if (validate.has("validationType")
                && !Set.of("", "email", "phone", "custom")
                        .contains(validate.path("validationType").asText())) {
            problems.add("There is no kind of answer “%s”. Choose e-mail or phone."
                    .formatted(validate.path("validationType").asText()));
        }
        int least = length(validate, "minLength", 0);
        int most = length(validate, "maxLength", LONGEST);
        if (least < 0 || most < 1 || least > Math.min(most, LONGEST)) {
            problems.add("Nothing is as long as that. Write numbers from 1 to %d, the minimum not above the maximum."
                    .formatted(LONGEST));
        }
    }

    /** -1 if it is no whole number. */
    private static int length(JsonNode validate, String name, int otherwise) {
        JsonNode length = validate.path(name);
        if (length.isMissingNode() || length.isNull()) {
            return otherwise;
        }
        return length.isIntegralNumber() && length.canConvertToInt() ? length.intValue() : -1;
    }
}
