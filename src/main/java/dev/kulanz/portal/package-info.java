/**
 * What a debtor opens: the page behind the payment link.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "journal", "receivables", "cases", "agreements", "contact"})
package dev.kulanz.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
