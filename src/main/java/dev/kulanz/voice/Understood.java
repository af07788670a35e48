package dev.kulanz.voice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was understood of an utterance.
 *
 * @param day a day that was named
 * @param yes whether it was a yes or a no; null: neither
 * @param wrongNumber whether he says that we called the wrong number
 */
record Understood(
        @Nullable LocalDate day,
        @Nullable Boolean yes,
        boolean wrongNumber,
        @Nullable Concern concern) {}
