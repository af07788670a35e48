package dev.kulanz.departures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that left, as something outside of the database says.
 *
 * @param thing the contact
 * @param leftAt business time
 * @param payBy the day to pay that it named, if that is known
 */
public record Found(
        UUID thing,
        String channel,
        Instant leftAt,
        @Nullable LocalDate payBy,
        Proof proof) {

    /** How it is known. */
    public enum Proof {
        /** It was about to be handed over; nobody noted what came of it. */
        BEGUN(false),
        /** The data folder of the node says that its provider took it. */
        TAKEN(true),
        /** Its file lies where it was to be taken from. */
        FILE(true),
        /** The provider says so. */
        PROVIDER(true);

        private final boolean certain;

        Proof(boolean certain) {
            this.certain = certain;
        }

        /** It left for certain. */
        public boolean isCertain() {
            return certain;
        }
    }
}
