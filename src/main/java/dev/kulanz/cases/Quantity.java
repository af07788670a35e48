package dev.kulanz.cases;

import java.math.BigDecimal;

/**
 * So many cases with so much money. What leaves is negative.
 *
 * @param amount in major units of the currency
 */
public record Quantity(long cases, BigDecimal amount) {

    public static final Quantity NONE = new Quantity(0, BigDecimal.ZERO);

    public Quantity plus(Quantity more) {
        return new Quantity(cases + more.cases, amount.add(more.amount));
    }

    public boolean isNone() {
        return cases == 0 && amount.signum() == 0;
    }
}
