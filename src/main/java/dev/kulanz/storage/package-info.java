/**
 * PostgreSQL inside the application: its binaries are unpacked and run under KULANZ_HOME, unless KULANZ_DB_URL names a server.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "watch"})
package dev.kulanz.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
