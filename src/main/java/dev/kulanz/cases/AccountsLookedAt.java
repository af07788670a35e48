package dev.kulanz.cases;

import java.util.Collection;
import java.util.UUID;

/**
 * What is overdue on these accounts is about to enter their cases. Whoever holds items back says so now, within the transaction,
 * which holds the accounts' locks.
 */
public record AccountsLookedAt(Collection<UUID> accountIds) {}
