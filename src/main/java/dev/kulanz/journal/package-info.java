/**
 * The append-only record of everything that happened, and the events feed that other systems read from it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package dev.kulanz.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
