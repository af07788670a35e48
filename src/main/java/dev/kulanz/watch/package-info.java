/**
 * What can go wrong while nobody is at the desk. Whoever has such a thing offers a {@link dev.kulanz.watch.Watch}; from it come
 * its metrics, its part of the health, an alarm by mail or webhook that is told once, again while it lasts and when it is over,
 * and a line on the desk.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package dev.kulanz.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
