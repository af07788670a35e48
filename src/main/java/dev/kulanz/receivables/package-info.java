/**
 * Creditors, debtors with their contact points and with what holds for the person everywhere, open items, and the
 * append-only ledger whose sums are the balances.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "journal", "access"})
package dev.kulanz.receivables;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
