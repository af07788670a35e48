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
     * An invoice, or one of its instalments.
     *
     * @param instalment which one; 0: it is paid at once
     * @param named on which day of the simulation the creditor's file names it first
     */
    record Invoice(String id, int instalment, BigDecimal amount, String currency, LocalDate due, int named) {

        Invoice dueOn(LocalDate day) {
            return new Invoice(id, instalment, amount, currency, day, named);
        }

        Invoice numbered() {
            return new Invoice(id, Math.max(1, instalment), amount, currency, due, named);
        }

        /** Tells it from all others of its creditor. */
        String key() {
            return id + "/" + Math.max(1, instalment);
        }
    }

    String mobile() {
        return columns.getOrDefault("mobile", "");
    }

    String language() {
        return columns.getOrDefault("language", "de");
    }
}
