package dev.kulanz.departures;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows from elsewhere than the database what left. Each bean of this type is asked when a node begins, and when sending rests. */
public interface Witness {

    /**
     * What left since a moment of real time, or may have, and the database knows nothing of.
     *
     * @param since null: ever
     */
    List<Found> unknownSince(@Nullable Instant since);
}
