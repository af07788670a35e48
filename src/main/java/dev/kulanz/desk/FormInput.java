package dev.kulanz.desk;

import dev.kulanz.shared.FieldError;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.WrittenAmount;
import dev.kulanz.shared.Years;
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

    private static final int DECIMALS = 2;

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
        if (value == null || Legible.isBlank(value)) {
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

    /** An amount greater than zero, in one of the ways of {@link WrittenAmount}. */
    BigDecimal amount(String field) {
        String bare = required(field).replaceAll("(?i)[\\s\\u00a0\\u202f€]|eur", "");
        BigDecimal amount = WrittenAmount.canonical(bare)
                .map(BigDecimal::new)
                .filter(number -> number.signum() >= 0 && number.scale() <= DECIMALS)
                .orElseThrow(() -> refuse(field, "desk.input.amount"));
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
            if (day != null && !Years.holds(day)) {
                throw Refusal.unacceptable(field, Years.WRITTEN);
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
