/**
 * What a debtor opens: the page behind the payment link. How a case stands is decided in one place, from facts
 * ({@code Situation}), as one of the {@code Standing}s, each with words of its own.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "journal", "receivables", "cases", "agreements", "contact", "handover"})
package dev.kulanz.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
