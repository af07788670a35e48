/**
 * Creditors, debtors with their contact points and with what holds for the person everywhere, open items, and the
 * append-only ledger whose sums are the balances. What a creditor wants of our dunning has a day from which it holds:
 * {@link dev.kulanz.receivables.Terms}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "journal", "access"})
package dev.kulanz.receivables;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
