/**
 * What left this house, noted outside of the database before it leaves. A database that knows less than that was restored from a
 * backup: all sending rests until a person has looked.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "journal", "watch"})
package dev.kulanz.departures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
