package dev.kulanz.simulation;

import dev.kulanz.simulation.Inhabitant.Invoice;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The simulation's own accounts, kept apart from the ledger: what was named, credited, paid, and what came back. */
final class Tally {

    private record Account(String debtor, String currency) {}

    private final Map<Account, Map<String, BigDecimal>> named = new HashMap<>();
    private final Map<Account, Map<String, BigDecimal>> credited = new HashMap<>();
    private final Map<Account, BigDecimal> paid = new HashMap<>();

    void named(String debtor, Invoice invoice, BigDecimal amount) {
        named.computeIfAbsent(new Account(debtor, invoice.currency()), unknown -> new TreeMap<>())
                .put(invoice.key(), amount);
    }

    /** @param amount which it grants from now on; zero: it was taken back */
    void credited(String debtor, String currency, String creditNote, BigDecimal amount) {
        credited.computeIfAbsent(new Account(debtor, currency), unknown -> new TreeMap<>())
                .put(creditNote, amount);
    }

    void paid(String debtor, String currency, BigDecimal amount) {
        paid.merge(new Account(debtor, currency), amount, BigDecimal::add);
    }

    /** What the account must say; negative: a credit. */
    BigDecimal balance(String debtor, String currency) {
        Account account = new Account(debtor, currency);
        return sum(named.get(account))
                .subtract(sum(credited.get(account)))
                .subtract(paid.getOrDefault(account, BigDecimal.ZERO));
    }

    private static BigDecimal sum(@Nullable Map<String, BigDecimal> amounts) {
        return amounts == null ? BigDecimal.ZERO : amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
