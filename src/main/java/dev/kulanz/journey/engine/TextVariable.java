package dev.kulanz.journey.engine;

import org.camunda.bpm.engine.impl.variable.serializer.StringValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.value.StringValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way of a text into the engine's table of variables, whoever sets it: a delegate, a listener, an expression of a
 * model, a message, a form. There is room for {@value #MOST_CHARACTERS} characters; a longer one would stop the journey for
 * good, so the rest is left out. What people read is written to fit before ({@code Room}); this is the last barrier.
 */
public final class TextVariable extends StringValueSerializer {

    public static final int MOST_CHARACTERS = 4_000;

    private static final Logger LOG = LoggerFactory.getLogger(TextVariable.class);
    private static final String REST = "…";

    @Override
    public void writeValue(StringValue value, ValueFields fields) {
        super.writeValue(value, fields);
        String text = fields.getTextValue();
        if (text != null && text.length() > MOST_CHARACTERS) {
            LOG.warn(
                    "The variable {} has {} characters; the engine keeps the first of them",
                    fields.getName(),
                    text.length());
            fields.setTextValue(shortened(text));
        }
    }

    static String shortened(String text) {
        int end = MOST_CHARACTERS - REST.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + REST;
    }
}
