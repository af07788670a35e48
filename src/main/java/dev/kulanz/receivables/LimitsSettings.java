package dev.kulanz.receivables;

import dev.kulanz.shared.FieldError;
import dev.kulanz.shared.Said;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an integrator says of the amounts below which nothing is demanded; whatever is left out (null) gets its default. */
public record LimitsSettings(
        @Nullable BigDecimal demand,
        @Nullable BigDecimal letterOrCall,
        @Nullable BigDecimal handover,
        @Nullable BigDecimal goodwill) {

    private static final BigDecimal HIGHEST = new BigDecimal("1000000");
    private static final BigDecimal HIGHEST_GOODWILL = new BigDecimal("100");

    /**
     * The limits.
     *
     * @param field under which they were given
     * @param decimals that the currency has
     * @param otherwise what is not said
     */
    Limits or(Limits otherwise, String field, int decimals, List<FieldError> errors) {
        return new Limits(
                amount(demand, otherwise.demand(), HIGHEST, field + ".demand", decimals, errors),
                amount(letterOrCall, otherwise.letterOrCall(), HIGHEST, field + ".letterOrCall", decimals, errors),
                amount(handover, otherwise.handover(), HIGHEST, field + ".handover", decimals, errors),
                amount(goodwill, otherwise.goodwill(), HIGHEST_GOODWILL, field + ".goodwill", decimals, errors));
    }

    private static BigDecimal amount(
            @Nullable BigDecimal said,
            BigDecimal otherwise,
            BigDecimal highest,
            String field,
            int decimals,
            List<FieldError> errors) {
        if (said == null) {
            return otherwise;
        }
        if (said.signum() < 0 || said.compareTo(highest) > 0) {
            errors.add(new FieldError(
                    field,
                    Said.of(
                            "creditor.limit",
                            "An amount between 0, which is no limit, and {0}.",
                            highest.toPlainString())));
            return otherwise;
        }
        if (said.stripTrailingZeros().scale() > decimals) {
            errors.add(new FieldError(
                    field, Said.of("creditor.decimals", "At most {0} decimals, as the currency has.", decimals)));
            return otherwise;
        }
        return said;
    }
}
