package dev.kulanz.desk;

import dev.kulanz.shared.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what people type into forms; refuses in the reader's language. */
final class FormInput {

    private final Map<String, String> values;
    private final Words words;

    FormInput(Map<String, String> values, Words words) {
        this.values = values;
        this.words = words;
    }

    /** Stripped; null if there is nothing. */
    @Nullable String text(String field) {
        String value = values.get(field);
        return value == null || value.isBlank() ? null : value.strip();
    }

    String required(String field) {
        String value = text(field);
        if (value == null) {
            throw refuse(field, "desk.input.required");
        }
        return value;
    }

    /** An amount as people write it: 1.234,56 or 1234.56; with one separator before three digits nobody can tell. */
    BigDecimal amount(String field) {
        String bare = required(field).replaceAll("(?i)[\\s\\u00a0\\u202f€]|eur", "");
        if (bare.matches("\\d{1,3}(\\.\\d{3})+,\\d{1,2}|\\d+(,\\d{1,2})?")) {
            return positive(field, new BigDecimal(bare.replace(".", "").replace(',', '.')));
        }
        if (bare.matches("\\d{1,3}(,\\d{3})+\\.\\d{1,2}|\\d+\\.\\d{1,2}")) {
            return positive(field, new BigDecimal(bare.replace(",", "")));
        }
        throw refuse(field, "desk.input.amount");
    }

    private BigDecimal positive(String field, BigDecimal amount) {
        if (amount.signum() == 0) {
            throw refuse(field, "desk.input.amount.zero");
        }
        return amount;
    }

    /** The day of a date field; null if it is empty. */
    @Nullable LocalDate day(String field) {
        String value = text(field);
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw refuse(field, "desk.input.day");
        }
    }

    Refusal refuse(String field, String key) {
        return Refusal.unacceptable(field, words.say(key));
    }
}
