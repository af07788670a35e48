package dev.kulanz.access;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Years;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Reads a day: ISO 8601 in quotation marks, of a year that a calendar on a wall could have. */
final class DayReader extends StdScalarDeserializer<LocalDate> {

    DayReader() {
        super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return (LocalDate) context.handleUnexpectedToken(LocalDate.class, json);
        }
        String written = json.getText();
        try {
            return checked(LocalDate.parse(written), json);
        } catch (DateTimeParseException e) {
            return (LocalDate) context.handleWeirdStringValue(LocalDate.class, written, "no day");
        }
    }

    private static LocalDate checked(LocalDate day, JsonParser json) {
        if (!Years.holds(day)) {
            throw Refusal.unacceptable(FieldPath.of(json.getParsingContext()), Years.WRITTEN);
        }
        return day;
    }
}
