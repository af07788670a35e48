package dev.kulanz.simulation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A simulated debtor.
 *
 * @param columns what the creditor's file says of him
 * @param invoices what he owes or will owe
 */
record Inhabitant(String id, Temper temper, Map<String, String> columns, List<Invoice> invoices) {

    /**
     * @param named on which day of the simulation the creditor's file names it first
     */
    record Invoice(String id, BigDecimal amount, String currency, LocalDate due, int named) {}

    String mobile() {
        return columns.getOrDefault("mobile", "");
    }

    String language() {
        return columns.getOrDefault("language", "de");
    }
}
