package dev.kulanz.contact;

/** It is settled what became of a contact; told within the transaction that says so. */
public record ContactConcluded(Contact contact, Outcome outcome) {

    public enum Outcome {
        SENT,
        FAILED,
        CANCELLED
    }
}
