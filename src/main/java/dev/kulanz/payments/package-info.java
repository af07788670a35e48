/**
 * Payments are booked exactly once, allocated to items by law (§ 366 BGB), and settle cases.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "watch", "journal", "access", "receivables", "cases"})
package dev.kulanz.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
