/**
 * Promises to pay (and later instalment plans): what a debtor and we agreed on, and whether it was kept.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "journal", "access", "decisions", "receivables", "cases"})
package dev.kulanz.agreements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
