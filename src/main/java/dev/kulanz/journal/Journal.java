package dev.kulanz.journal;

import java.util.Collection;
import java.util.List;

/** Writes what happened into the append-only record, in the transaction of what it tells. */
public interface Journal {

    /** Records one happening at the present business time, by the present {@link Actor}. */
    default void record(Happening happening) {
        recordAll(List.of(happening));
    }

    /** Records many happenings in one statement. */
    void recordAll(Collection<Happening> happenings);
}
