package dev.kulanz.journey;

import dev.kulanz.access.CreditorScope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What needs an operator. */
public interface Operations {

    /**
     * Work that failed again and again, a journey that could not be started, or news that could not be told to it.
     *
     * @param id to retry it with
     * @param cause the same for all that failed for the same reason
     * @param diagram name of the diagram; null: it did not fail within one
     * @param where name of the diagram's element; null as well then
     * @param table name of the table that could not answer; null: none was to blame
     * @param message what was said, without names, addresses and numbers; null: nothing that a person would understand
     */
    record Incident(
            String id,
            String cause,
            Kind kind,
            Instant since,
            @Nullable String caseNumber,
            @Nullable String diagram,
            @Nullable String where,
            @Nullable String table,
            @Nullable String message) {}

    /** What failed. */
    enum Kind {
        /** A step of a diagram. */
        STEP,
        /** The start of a journey. */
        START,
        /** News for a journey. */
        NEWS,
        /** Nothing failed, but a case comes to the same place again and again: it waits a day each time. */
        CIRCLE
    }

    /**
     * All that failed for one reason.
     *
     * @param first the one that failed first
     * @param count how many there are
     * @param waiting of them are about to be tried again
     * @param cases some of the cases
     */
    record Group(Incident first, long count, long waiting, List<String> cases) {}

    /**
     * Open incidents of these creditors' cases by their cause, the largest group first; work that belongs to no case
     * concerns who sees all creditors.
     *
     * @param page from 0
     */
    List<Group> groups(CreditorScope scope, int page, int size);

    /** How many causes there are. */
    long countGroups(CreditorScope scope);

    /** The incidents of one cause, the oldest first. */
    List<Incident> incidents(String cause, CreditorScope scope, int page, int size);

    /** How many of them there are. */
    long countIncidents(String cause, CreditorScope scope);

    /** How many incidents there are in all. */
    long countIncidents(CreditorScope scope);

    /** How much that had failed is being tried again at this moment, and nobody knows yet how it ends. */
    long countTriedAgain(CreditorScope scope);

    /**
     * Tries the failed work again, at once; a ladder of an old version begins anew in the newer one, if it can.
     *
     * @return false if there is no such incident any more, or none that may be seen
     */
    boolean retry(String incidentId, CreditorScope scope);

    /**
     * Tries everything again that failed for this reason, in a moment and in the background. Asking twice changes nothing.
     *
     * @return how much that is; 0 if there is none any more, or none that may be seen
     */
    int retryAll(String cause, CreditorScope scope);

    /**
     * Has the journeys of all cases without a next action begin again, in a moment.
     *
     * @return how many those are
     */
    int restartAll(CreditorScope scope);

    /** Models of which the owner's version is in force although a newer shipped one exists: resource names. */
    List<String> newerShippedModels();

    /**
     * What the model check has to say of a model that is in force all the same.
     *
     * @param outdated it would be refused today
     * @param elementId null if the whole file is meant
     * @param elementName null if it has none
     */
    record ModelWarning(
            boolean outdated,
            String resource,
            @Nullable String elementId,
            @Nullable String elementName,
            String sentence) {}

    /** Of the models in force, file by file. */
    List<ModelWarning> modelWarnings();
}
