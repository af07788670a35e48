/**
 * Rules on Drools: tables are checked when they arrive, evaluated with facts from the vocabulary, and say which rules fired.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "journal"})
package dev.kulanz.decisions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
