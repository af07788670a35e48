package dev.kulanz.departures;

import java.time.Instant;

/** Knows whether all that became due by a moment has been decided; each bean of this type is asked. */
public interface CatchUp {

    /** @param moment business time */
    boolean isDone(Instant moment);
}
