package dev.kulanz.desk;

import dev.kulanz.access.InterruptedForm;
import dev.kulanz.shared.FieldError;
import dev.kulanz.shared.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What somebody had typed into a form that was refused, and why, so that the page shows both again beside the fields; or that
 * was sent after the session had ended.
 *
 * @param form which form of the page; empty: none was refused
 * @param message what is wrong with the form as a whole
 * @param refusal what was said, until it is said in the reader's language
 */
record FormMemory(
        String form,
        Map<String, String> values,
        Map<String, String> errors,
        @Nullable String message,
        @Nullable Refusal refusal) {

    static final FormMemory EMPTY = new FormMemory("", Map.of(), Map.of(), null, null);

    /** What came back after a login: refused, and yet nothing is wrong with it. */
    static FormMemory of(InterruptedForm form) {
        return new FormMemory(form.name(), form.fields(), Map.of(), null, null);
    }

    /** Keeps it for the page to which the browser is sent. */
    static void keep(String form, Map<String, String> values, Refusal refusal, RedirectAttributes redirect) {
        Map<String, String> kept = new HashMap<>(values);
        kept.remove("_csrf");
        kept.remove("password");
        redirect.addFlashAttribute("form", new FormMemory(form, kept, Map.of(), refusal.getMessage(), refusal));
    }

    /** The same in the words of who reads the page. */
    FormMemory in(Words words) {
        return refusal == null
                ? this
                : new FormMemory(form, values, byField(refusal, words), message(refusal, values, words), null);
    }

    /** What was typed into a field, else its default. */
    public @Nullable String value(String name, String field, @Nullable String otherwise) {
        return form.equals(name) ? values.getOrDefault(field, "") : otherwise;
    }

    /** Whether one of several was chosen, else as it was before. */
    public boolean chosen(String name, String field, String option, boolean otherwise) {
        return form.equals(name)
                ? List.of(values.getOrDefault(field, "").split(",")).contains(option)
                : otherwise;
    }

    /** What is wrong with a field; null: nothing. */
    public @Nullable String error(String name, String field) {
        return form.equals(name) ? errors.get(field) : null;
    }

    /** Whether this form was refused. */
    public boolean refused(String name) {
        return form.equals(name);
    }

    private static Map<String, String> byField(Refusal refusal, Words words) {
        Map<String, String> errors = new HashMap<>();
        refusal.errors()
                .forEach(error -> errors.merge(error.field(), words.of(error), (one, more) -> one + " " + more));
        return errors;
    }

    /** Errors beside fields need no headline; those of fields that the form does not have do. */
    private static @Nullable String message(Refusal refusal, Map<String, String> values, Words words) {
        List<FieldError> errors = refusal.errors();
        boolean allShown = !errors.isEmpty() && errors.stream().allMatch(error -> values.containsKey(error.field()));
        return allShown ? null : words.of(refusal);
    }
}
