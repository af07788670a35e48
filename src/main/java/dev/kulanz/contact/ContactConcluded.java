package dev.kulanz.contact;

import org.jspecify.annotations.Nullable;

/**
 * It is settled what became of a contact; told within the transaction that says so.
 *
 * @param call how the call ended; null if it was none
 */
public record ContactConcluded(
        Contact contact, Outcome outcome, @Nullable CallEnd call) {

    /** A message, or a call that was taken back before it was made. */
    ContactConcluded(Contact contact, Outcome outcome) {
        this(contact, outcome, contact.channel() == Channel.VOICE ? new CallEnd(CallOutcome.NOT_ALLOWED, false) : null);
    }

    public enum Outcome {
        SENT,
        FAILED,
        CANCELLED
    }
}
