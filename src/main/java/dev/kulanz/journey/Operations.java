package dev.kulanz.journey;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What needs an operator. */
public interface Operations {

    /**
     * Work that failed again and again.
     *
     * @param id to retry it with
     * @param where name of the diagram's element
     * @param message what went wrong, without personal data
     */
    record Incident(String id, Instant since, @Nullable String caseNumber, String where, String message) {}

    /** Open incidents, the oldest first, at most 200. */
    List<Incident> incidents();

    /** Tries the failed work again, at once. */
    void retry(String incidentId);

    /** Models of which the owner's version is in force although a newer shipped one exists: resource names. */
    List<String> newerShippedModels();
}
