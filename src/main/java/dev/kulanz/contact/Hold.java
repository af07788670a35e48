package dev.kulanz.contact;

import java.util.Map;

/**
 * Something for which messages that are due have to wait, whatever they say: a stop, bank data that are too old. It is asked with
 * each look at what is due, and once more in the transaction that sends; what waits stays planned as it is. Each bean of this
 * type is asked.
 */
public interface Hold {

    /** Why the message waits, as the reasons of contacts are told; without quotation marks. */
    String why();

    /**
     * Whether a row {@code c} of the table contact has to wait, as an SQL condition that is never null. It may name
     * {@code :today}, the business day.
     */
    String condition();

    /** Values that the condition names besides. */
    default Map<String, Object> parameters() {
        return Map.of();
    }
}
