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

    /** Something to know, as one value or several. */
    record Detail(String name, List<Value> values) {

        static Detail of(String name, String value) {
            return new Detail(name, List.of(Value.of(value)));
        }
    }

    /**
     * A value in the reader's words.
     *
     * @param note why, in a sentence; null: nothing to add
     * @param id what it is called in the rule file, for who checks; null: nothing
     * @param whole what the text is short for; null: it is whole
     */
    record Value(
            String text,
            @Nullable String note,
            @Nullable String id,
            @Nullable String whole) {

        static Value of(String text) {
            return new Value(text, null, null, null);
        }
    }
}
