package dev.kulanz.journey;

import java.util.Arrays;
import java.util.List;

/** The messages that diagrams may wait for. */
public enum Message {
    /** Nothing of the case is owed any more; ends its root instance. */
    CASE_SETTLED("CaseSettled"),
    /** A block was lifted. */
    BLOCK_LIFTED("BlockLifted"),
    /** What became of the message that the step put into the outbox. */
    CONTACT_CONCLUDED("ContactConcluded"),
    /** The agency said whether it takes the case. */
    AGENCY_ANSWERED("AgencyAnswered"),
    /** Not for diagrams: the facts of open tasks are to be written anew. */
    FACTS_CHANGED("");

    private final String id;

    Message(String id) {
        this.id = id;
    }

    /** The names that diagrams may use. */
    public static List<String> names() {
        return Arrays.stream(values())
                .map(Message::id)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** The message name in diagrams. */
    public String id() {
        return id;
    }
}
