package dev.kulanz.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a case's story.
 *
 * @param actor null: nobody in person, the system did it
 * @param look how the line is marked: message, money, pause, person, decision, trouble, state
 * @param sentence what happened, in the reader's language
 * @param quote words of a person, as of a note
 * @param details more for who wants to know why
 * @param contactId the message that can be read; null: none
 */
record TimelineEntry(
        Instant at,
        @Nullable String actor,
        String look,
        String sentence,
        @Nullable String quote,
        List<Detail> details,
        @Nullable String contactId) {

    record Detail(String name, String value) {}
}
