package dev.kulanz.contact;

import dev.kulanz.departures.Departure;
import org.jspecify.annotations.Nullable;

/** What the gate has let go. */
sealed interface Outgoing permits OutgoingMessage, OutgoingCall {

    /** What is noted of it before it leaves; null in the demo, where nothing leaves. */
    @Nullable Departure departure();
}
