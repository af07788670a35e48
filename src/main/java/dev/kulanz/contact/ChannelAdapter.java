package dev.kulanz.contact;

import dev.kulanz.departures.Found;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes messages of one channel to the world outside. */
interface ChannelAdapter {

    /** Whether it carries this channel here and now. */
    boolean carries(Channel channel);

    /** Stays on this machine: sending has no effect outside and can't fail half-way. */
    boolean staysHere();

    /** Asks the provider, at most some seconds long, whether it is there; says why it is not. Nothing goes out. Never throws. */
    default Optional<Delivery.Unreachable> away() {
        return Optional.empty();
    }

    /** Hands the message to the provider; says what is known of its fate. Never throws. */
    Delivery deliver(OutgoingMessage message);

    /**
     * What it has taken since a moment of real time, as far as its provider can tell: asked where the database may know less than
     * that.
     *
     * @param since null: ever
     */
    default List<Taken> takenSince(@Nullable Instant since) {
        return List.of();
    }

    /**
     * Something that was taken.
     *
     * @param at when
     * @param proof how that is known
     */
    record Taken(UUID contactId, Channel channel, Instant at, Found.Proof proof) {}

    /** What the provider made of it. */
    sealed interface Delivery {

        /** The provider took it. */
        record Taken() implements Delivery {}

        /** The provider refused it for good; nothing went out. */
        record Refused(String reason, boolean badAddress) implements Delivery {}

        /** Nothing went out, but it may work later; others may get their messages even now if it is of the address. */
        record Later(String reason, boolean ofAddress) implements Delivery {}

        /** The provider can't be reached at all: nothing went out, and nothing else would now. */
        record Unreachable(String reason) implements Delivery {}

        /** It may have gone out or not. */
        record Unknown(String reason) implements Delivery {}
    }
}
