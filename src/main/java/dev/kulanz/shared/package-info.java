/**
 * What every module speaks: ids, the business clock and calendar, refusals a person can act on. Plain Java.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.kulanz.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
