package dev.kulanz.access;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Reads JSON from outside as it is written and in no other way: nothing is turned into another kind of value, of two fields
 * of one name none is chosen, nothing may follow the end. What was meant by anything else can't be known.
 */
public final class StrictJson {

    private static final StreamReadConstraints SMALL = StreamReadConstraints.builder()
            .maxNestingDepth(20)
            .maxNumberLength(20_000) // longer than any: the field that it stands in is named
            .maxNameLength(200)
            .build();

    private StrictJson() {}

    /** A reader with the settings of another one, but strict. */
    public static ObjectMapper like(ObjectMapper lenient) {
        ObjectMapper json = lenient.copy()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .registerModule(new SimpleModule("strict")
                        .addDeserializer(BigDecimal.class, new AmountReader())
                        .addDeserializer(LocalDate.class, new DayReader())
                        .setDeserializerModifier(new WordReaders()));
        refuseCoercions(json);
        json.getFactory().setStreamReadConstraints(SMALL);
        return json;
    }

    @SuppressWarnings("deprecation") // the builder that takes its place can't begin with a mapper that is there
    private static void refuseCoercions(ObjectMapper json) {
        json.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        json.coercionConfigDefaults()
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.EmptyArray, CoercionAction.Fail);
        json.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.TryConvert);
        json.coercionConfigFor(LogicalType.Collection)
                .setCoercion(CoercionInputShape.EmptyArray, CoercionAction.TryConvert);
    }
}
