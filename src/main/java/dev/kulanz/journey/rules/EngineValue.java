package dev.kulanz.journey.rules;

import dev.kulanz.shared.BusinessClock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.dmn.engine.impl.spi.type.DmnTypeDefinition;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * A FEEL value as the engine can store it. The engine has no decimals: a whole number becomes a Long, another one a
 * Double, unless the column says integer, long or double. What it has no type for becomes text.
 */
final class EngineValue {

    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private EngineValue() {}

    static TypedValue of(@Nullable Object value, DmnTypeDefinition column) {
        return value == null ? Variables.untypedNullValue() : column.transform(plain(value));
    }

    private static Object plain(Object value) {
        if (value instanceof BigDecimal number) {
            return isWhole(number) ? (Object) number.longValueExact() : number.doubleValue();
        }
        if (value instanceof LocalDate day) {
            return Date.from(day.atStartOfDay(BusinessClock.ZONE).toInstant());
        }
        return value instanceof String || value instanceof Boolean ? value : value.toString();
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0 && number.abs().compareTo(LARGEST) <= 0;
    }
}
