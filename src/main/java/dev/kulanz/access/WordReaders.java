package dev.kulanz.access;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.util.Arrays;

/** Reads one word out of several: letter for letter, while Jackson takes it with blanks and NULs around it. */
final class WordReaders extends BeanDeserializerModifier {

    private static final long serialVersionUID = 1L;

    @Override
    public JsonDeserializer<?> modifyEnumDeserializer(
            DeserializationConfig config, JavaType type, BeanDescription bean, JsonDeserializer<?> lenient) {
        return new WordReader(type.getRawClass());
    }

    private static final class WordReader extends StdScalarDeserializer<Object> {

        private static final long serialVersionUID = 1L;

        WordReader(Class<?> words) {
            super(words);
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return context.handleUnexpectedToken(handledType(), json);
            }
            String written = json.getText();
            return Arrays.stream(handledType().getEnumConstants())
                    .filter(word -> ((Enum<?>) word).name().equals(written))
                    .map(Object.class::cast)
                    .findFirst()
                    .orElseThrow(() -> context.weirdStringException(written, handledType(), "no such word"));
        }
    }
}
