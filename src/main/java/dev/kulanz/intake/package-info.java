/**
 * Files of open items come in: a verdict per row, good rows go in although others are bad, the same file twice changes nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "journal", "access", "receivables", "cases"})
package dev.kulanz.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
