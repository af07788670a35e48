package dev.kulanz.access;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import dev.kulanz.shared.Amounts;
import dev.kulanz.shared.Refusal;
import java.io.IOException;
import java.math.BigDecimal;

/** Reads an amount: a number, and none with more digits than amounts have. */
final class AmountReader extends StdScalarDeserializer<BigDecimal> {

    AmountReader() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (json.hasToken(JsonToken.VALUE_STRING)) {
            return (BigDecimal) context.handleWeirdStringValue(BigDecimal.class, json.getText(), "no number");
        }
        if (!json.currentToken().isNumeric()) {
            return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, json);
        }
        return Amounts.read(json.getText())
                .orElseThrow(() -> Refusal.unacceptable(FieldPath.of(json.getParsingContext()), Amounts.DIGITS));
    }
}
