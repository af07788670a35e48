package dev.kulanz.journey.engine;

import dev.kulanz.journey.model.TaskForm;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * What may come with the completion of a task: texts, for the fields of its form. Anything else would be a way to write
 * the variables by which the diagram decides.
 */
final class FormAnswers {

    private FormAnswers() {}

    /** @param form null: the task has none, and takes nothing */
    static void check(@Nullable TaskForm form, @Nullable Map<String, Object> answers) {
        if (answers == null || answers.isEmpty()) {
            return;
        }
        List<String> fields = form == null ? List.of() : form.fields();
        var unknown = new TreeSet<>(answers.keySet());
        fields.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new BadUserRequestException("The form of this task has no field %s. %s"
                    .formatted(
                            PlainText.quoted(unknown),
                            fields.isEmpty() ? "It has none." : "It has " + String.join(", ", fields) + "."));
        }
        answers.keySet().forEach(field -> checkValue(field, answers));
    }

    private static void checkValue(String field, Map<String, Object> answers) {
        TypedValue typed = answers instanceof VariableMap variables ? variables.getValueTyped(field) : null;
        if (typed != null && typed.isTransient()) {
            throw new BadUserRequestException("The field " + field + " is kept; it can't be transient.");
        }
        Object value = typed == null ? answers.get(field) : value(typed);
        if (value == null) {
            return;
        }
        if (!(value instanceof String text)) {
            throw new BadUserRequestException("The field " + field + " takes a text (type String).");
        }
        PlainText.check("The field " + field, text);
    }

    /** A typed value that is no text counts as itself: it is never looked into, so nothing is made of its bytes. */
    private static @Nullable Object value(TypedValue typed) {
        boolean isText =
                typed.getType() == null || typed.getType() == ValueType.STRING || typed.getType() == ValueType.NULL;
        return isText ? typed.getValue() : typed;
    }
}
