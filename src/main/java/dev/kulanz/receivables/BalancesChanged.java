package dev.kulanz.receivables;

import java.util.Collection;
import java.util.UUID;

/** Something else is owed on these accounts than before. Told within the transaction that holds the accounts' locks. */
public record BalancesChanged(Collection<UUID> accountIds) {}
