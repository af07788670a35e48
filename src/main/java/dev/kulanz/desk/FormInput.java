package dev.kulanz.desk;

import dev.kulanz.shared.FieldError;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what people type into forms; refuses in the reader's language. */
final class FormInput {

    private static final int LONGEST_AMOUNT = 30;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    private final Map<String, String> values;
    private final Words words;
    private final List<FieldError> refused = new ArrayList<>();

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

    /** Reads something; what is wrong with it is kept for {@link #complete}, so that all is said at once. */
    <T> Optional<T> read(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (Refusal refusal) {
            refused.addAll(refusal.errors());
            return Optional.empty();
        }
    }

    /** Throws {@link Refusal} with all that was wrong so far. */
    void complete() {
        if (!refused.isEmpty()) {
            throw Refusal.unacceptable(refused.get(0).message(), refused);
        }
    }

    Refusal refuse(String field, String key) {
        return Refusal.unacceptable(field, words.say(key));
    }
}
