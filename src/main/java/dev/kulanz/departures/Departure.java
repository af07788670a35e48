package dev.kulanz.departures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way out.
 *
 * @param number of this attempt to send it
 * @param thing the contact
 * @param channel over which it goes
 * @param at business time
 * @param payBy the day to pay that it names; null: none
 * @param state what is known of it
 */
public record Departure(
        long number,
        UUID thing,
        String channel,
        Instant at,
        @Nullable LocalDate payBy,
        State state) {

    /** What is known of it outside of the database. */
    public enum State {
        /** It was about to be handed over. */
        BEGUN,
        /** Its provider took it. */
        TAKEN,
        /** It was not handed over after all. */
        STAYED
    }

    public Departure(long number, UUID thing, String channel, Instant at, @Nullable LocalDate payBy) {
        this(number, thing, channel, at, payBy, State.BEGUN);
    }

    Departure as(State known) {
        return new Departure(number, thing, channel, at, payBy, known);
    }
}
