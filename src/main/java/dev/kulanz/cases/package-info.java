/**
 * The dunning case: all overdue items of one account, its rounds, blocks and notices, the terms that
 * it keeps, and what is too little to be asked for.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "journal", "departures", "access", "decisions", "receivables"})
package dev.kulanz.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
