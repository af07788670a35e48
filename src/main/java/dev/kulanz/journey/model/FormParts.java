package dev.kulanz.journey.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kulanz.receivables.Countries;
import dev.kulanz.shared.Legible;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    private static final Set<String> WRITTEN = Set.of("textfield", "textarea");
    private static final Map<String, Set<String>> ASKING = Map.of(
            TaskForm.DECISION, Set.of("radio", "select"),
            TaskForm.UNTIL, Set.of("datetime"),
            TaskForm.COUNTRY, Set.of("textfield", "textarea", "select", "radio"),
            TaskForm.COMMENT, Set.of("textfield", "textarea", "select", "radio"));
    private static final Set<String> CHOSEN = Set.of("radio", "select");

    /** Kinds of answer that the browser tries an answer on; each fits one field. */
    private static final Map<String, String> KINDS = Map.of("email", TaskForm.EMAIL, "phone", TaskForm.PHONE);

    /** Drawn, and looked at by their own rule. */
    private static final Set<String> DRAWN = Set.of("text", "content", "source");

    private static final Set<String> MEASURES =
            Set.of("required", "minLength", "maxLength", "validationType", "pattern");

    /** Of phone numbers; others than this nobody has tried on every text. */
    private static final String PHONE = "^\\+?[0-9][0-9 ()/\\-]{4,28}$";

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
            checkHiding();
        }
        if (isField) {
            String key = component.path("key").asText();
            checkAsking(key);
            checkMeasures(key, component.path("validate"));
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

    private void checkHiding() {
        if (TaskForm.DECISION.equals(component.path("key").asText())) {
            problems.add(
                    "A decision is always asked for: without it the task can't be completed. Remove the condition.");
            return;
        }
        Optional<Hiding> hiding = Hiding.of(component, form);
        if (hiding.isEmpty()) {
            problems.add(
                    "What hides it is more than a look at the decision. Write it like =decision != \"%s\", with the values %s"
                            .formatted(form.outcomes().get(0), Words.list(form.outcomes())));
        } else if (isAlwaysHidden(hiding.get())) {
            problems.add("It is hidden whatever is decided. Correct the condition, or remove it.");
        }
    }

    /** A text may be meant for whoever has not decided yet; a field is filled in with the decision. */
    private boolean isAlwaysHidden(Hiding hiding) {
        return form.outcomes().stream().allMatch(hiding::hides) && (FIELDS.contains(type()) || hiding.hides(null));
    }

    private void checkAsking(String key) {
        Set<String> fitting = ASKING.getOrDefault(key, WRITTEN);
        if (!fitting.contains(type())) {
            problems.add(
                    "A field of the type “%s” can't ask for “%s”. Use %s".formatted(type(), key, Words.list(fitting)));
        }
        if (CHOSEN.contains(type())) {
            problems.addAll(FormValues.problems(component, form));
        }
        checkDefault(key, component.path("defaultValue"));
        if (key.equals(TaskForm.UNTIL)
                && component.has("subtype")
                && !"date".equals(component.path("subtype").textValue())) {
            problems.add("“until” is a day. Set the subtype to “Date”.");
        }
    }

    private void checkDefault(String key, JsonNode value) {
        String chosen = value.asText("");
        if (value.isMissingNode() || value.isNull() || (value.isTextual() && chosen.isEmpty())) {
            return;
        }
        if (component.has("values") && !FormValues.of(component).contains(chosen)) {
            problems.add("“%s” is none of the values that can be chosen. Correct the default value.".formatted(chosen));
        } else if (!value.isTextual()
                || !Legible.isText(chosen)
                || chosen.length() > TaskForm.longest(key)
                || (key.equals(TaskForm.COUNTRY) && Countries.code(chosen).isEmpty())) {
            problems.add("“%s” is no answer that is taken for “%s”. Correct the default value.".formatted(chosen, key));
        }
    }

    private void checkMeasures(String key, JsonNode validate) {
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
        } else if (validate.has("pattern") && !key.equals(TaskForm.PHONE)) {
            problems.add("The pattern is one of phone numbers: no answer to “%s” fits it. Remove it.".formatted(key));
        }
        checkKind(key, validate.path("validationType"));
        int least = length(validate, "minLength", 0);
        int most = length(validate, "maxLength", TaskForm.longest(TaskForm.COMMENT));
        if (least < 0 || most < 1 || least > Math.min(most, TaskForm.longest(TaskForm.COMMENT))) {
            problems.add("Nothing is as long as that. Write numbers from 1 to %d, the minimum not above the maximum."
                    .formatted(TaskForm.longest(TaskForm.COMMENT)));
        } else if (!FormLengths.of(component).fit(least, most)) {
            problems.add(
                    "Right answers to “%s” are shorter or longer than that. Correct the minimum and maximum length, or remove them."
                            .formatted(key));
        }
    }

    private void checkKind(String key, JsonNode kind) {
        if (kind.isMissingNode() || Set.of("", "custom").contains(kind.asText())) {
            return;
        }
        String fitting = KINDS.get(kind.asText());
        if (fitting == null) {
            problems.add("There is no kind of answer “%s”. Choose e-mail or phone.".formatted(kind.asText()));
        } else if (!fitting.equals(key)) {
            problems.add("An answer to “%s” is not of the kind “%s”. Choose no kind of answer."
                    .formatted(key, kind.asText()));
        }
    }

    /** -1 if it is no whole number. */
    private static int length(JsonNode validate, String name, int otherwise) {
        JsonNode length = validate.path(name);
        if (length.isMissingNode()) {
            return otherwise; // but null counts as a length in the browser: as 0
        }
        return length.isIntegralNumber() && length.canConvertToInt() ? length.intValue() : -1;
    }
}
