/**
 * What a creditor's systems know of an order, and what follows for its invoice: a debit that is awaited, goods that came back or
 * never came, a cancellation. What holds an item is decided from all events at once ({@code ItemStory}), so that it does not
 * matter in which order they come; it is looked at anew whenever something of the account changes, before anything enters a case.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "journal", "access", "receivables", "cases", "payments"})
package dev.kulanz.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
