package dev.kulanz.desk;

import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what people type into forms; refuses in the reader's language. */
final class FormInput {

    private static final int LONGEST_AMOUNT = 30;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    private final Map<String, String> values;
    private final Words words;

    FormInput(Map<String, String> values, Words words) {
        this.values = values;
        this.words = words;
    }

    /** Stripped; null if there is nothing. */
    @Nullable String text(String field) {
        String value = values.get(field);
        if (value == null || value.isBlank()) {
            return null;
        }
        String text = value.strip();
        if (text.length() > Legible.LONGEST) {
            throw refuse(field, "desk.input.long");
        }
        if (!Legible.isText(text)) {
            throw refuse(field, "desk.input.illegible");
        }
        return text;
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
        if (bare.length() > LONGEST_AMOUNT) {
            throw refuse(field, "desk.input.amount");
        }
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
            LocalDate day = value == null ? null : LocalDate.parse(value);
            if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
                throw refuse(field, "desk.input.year");
            }
            return day;
        } catch (DateTimeParseException e) {
            throw refuse(field, "desk.input.day");
        }
    }

    Refusal refuse(String field, String key) {
        return Refusal.unacceptable(field, words.say(key));
    }
}
