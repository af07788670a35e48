/**
 * The emergency stop: nothing of a creditor, a step or a channel goes out any more until somebody lets go again. A stop is a row
 * that the send gate reads with each look, so it holds on all nodes at once; what waited behind it goes out as on normal days.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "watch", "journal", "access", "receivables", "contact"})
package dev.kulanz.stops;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
