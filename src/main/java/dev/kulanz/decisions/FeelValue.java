package dev.kulanz.decisions;

import dev.kulanz.shared.BusinessClock;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Brings a value into the one Java type that FEEL knows for its fact. */
final class FeelValue {

    private static final int MOST_DIGITS = 40;
    private static final int LONGEST_TEXT = 4_000;

    private FeelValue() {}

    /**
     * @return {@code String}, {@code BigDecimal}, {@code Boolean} or {@code LocalDate}; null stays null
     * @throws DecisionFailed if the value is of another type than the fact
     */
    static @Nullable Object of(Fact fact, @Nullable Object value, String decisionKey) {
        if (value == null) {
            return null;
        }
        Object converted =
                switch (fact.type()) {
                    case STRING -> value instanceof String ? value : null;
                    case BOOLEAN -> value instanceof Boolean ? value : null;
                    case NUMBER -> number(value);
                    case DATE -> date(value);
                };
        if (isTooLarge(converted)) {
            throw new DecisionFailed(decisionKey, "the value given for '%s' is too large".formatted(fact.name()));
        }
        if (converted == null) {
            throw new DecisionFailed(
                    decisionKey,
                    "the fact '%s' is a %s, but the value given is a %s"
                            .formatted(
                                    fact.name(), fact.type(), value.getClass().getSimpleName()));
        }
        return converted;
    }

    /** Who evaluates a table from outside may send anything; a number with a huge exponent fills the memory. */
    private static boolean isTooLarge(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS;
        }
        return value instanceof String text && text.length() > LONGEST_TEXT;
    }

    private static @Nullable BigDecimal number(Object value) {
        if (value instanceof BigDecimal exact) {
            return exact;
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number) ? BigDecimal.valueOf(number) : null;
        }
        if (value instanceof BigInteger big) {
            return new BigDecimal(big);
        }
        return value instanceof Number whole ? BigDecimal.valueOf(whole.longValue()) : null;
    }

    private static @Nullable LocalDate date(Object value) {
        if (value instanceof Date moment) {
            return LocalDate.ofInstant(moment.toInstant(), BusinessClock.ZONE);
        }
        return value instanceof LocalDate day ? day : null;
    }
}
