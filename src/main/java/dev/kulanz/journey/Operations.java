package dev.kulanz.journey;

import dev.kulanz.access.CreditorScope;
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

    /**
     * Open incidents of these creditors' cases, the oldest first; work that belongs to no case concerns who sees all
     * creditors.
     *
     * @param page from 0
     */
    List<Incident> incidents(CreditorScope scope, int page, int size);

    /** How many there are. */
    long countIncidents(CreditorScope scope);

    /**
     * Tries the failed work again, at once.
     *
     * @return false if there is no such incident any more, or none that may be seen
     */
    boolean retry(String incidentId, CreditorScope scope);

    /** Models of which the owner's version is in force although a newer shipped one exists: resource names. */
    List<String> newerShippedModels();
}
