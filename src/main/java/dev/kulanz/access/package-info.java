/**
 * Users, roles and the creditors a user may see; the login of all pages and APIs; how errors are told.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "journal"})
package dev.kulanz.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
