package dev.kulanz.journey;

/** The messages that diagrams may wait for. */
public enum Message {
    /** Nothing of the case is owed any more; ends its root instance. */
    CASE_SETTLED("CaseSettled"),
    /** A block was lifted. */
    BLOCK_LIFTED("BlockLifted"),
    /** What became of the message that the step put into the outbox. */
    CONTACT_CONCLUDED("ContactConcluded");

    private final String id;

    Message(String id) {
        this.id = id;
    }

    /** The message name in diagrams. */
    public String id() {
        return id;
    }
}
