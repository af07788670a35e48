package dev.kulanz.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Stock and flow of one week in one currency.
 *
 * @param monday its first day
 * @param lines one for each step at which something was or happened, in the order of the ladder
 */
public record StockWeek(LocalDate monday, String currency, List<StockLine> lines) {

    /** All steps as one; what moved between them cancels out. */
    public StockLine total() {
        return lines.stream().reduce(new StockLine("total", Quantity.NONE, Map.of()), StockLine::plus);
    }

    public LocalDate sunday() {
        return monday.plusDays(6);
    }
}
