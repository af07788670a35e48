package dev.kulanz.contact;

import org.jspecify.annotations.Nullable;

/**
 * It is settled what became of a contact; told within the transaction that says so.
 *
 * @param call how the call ended; null if it was none
 */
public record ContactConcluded(
        Contact contact, Outcome outcome, @Nullable CallEnd call) {

    ContactConcluded(Contact contact, Outcome outcome) {
        this(contact, outcome, null);
    }

    public enum Outcome {
        SENT,
        FAILED,
        CANCELLED
    }
}
