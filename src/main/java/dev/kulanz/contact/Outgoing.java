package dev.kulanz.contact;

/** What the gate has let go. */
sealed interface Outgoing permits OutgoingMessage, OutgoingCall {}
