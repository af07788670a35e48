package dev.kulanz.simulation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The simulation's own accounts, kept apart from the ledger: what was named, what was paid, what came back. */
final class Tally {

    private record Account(String debtor, String currency) {}

    private final Map<Account, Map<String, BigDecimal>> named = new HashMap<>();
    private final Map<Account, BigDecimal> paid = new HashMap<>();

    void named(String debtor, String currency, String invoice, BigDecimal amount) {
        named.computeIfAbsent(new Account(debtor, currency), unknown -> new TreeMap<>())
                .put(invoice, amount);
    }

    void paid(String debtor, String currency, BigDecimal amount) {
        paid.merge(new Account(debtor, currency), amount, BigDecimal::add);
    }

    /** What the account must say; negative: a credit. */
    BigDecimal balance(String debtor, String currency) {
        Account account = new Account(debtor, currency);
        return named.getOrDefault(account, Map.of()).values().stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .subtract(paid.getOrDefault(account, BigDecimal.ZERO));
    }
}
