package dev.kulanz.journey;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The messages that diagrams may wait for. */
public enum Message {
    /** Nothing of the case is owed any more; ends its root instance. */
    CASE_SETTLED("CaseSettled"),
    /** A block was lifted. */
    BLOCK_LIFTED("BlockLifted"),
    /** The oldest item was paid, or a pause ended: the ladder looks again where the case stands. */
    STANDING_CHANGED("StandingChanged"),
    /** What became of the message that the step put into the outbox. */
    CONTACT_CONCLUDED("ContactConcluded"),
    /** Not for diagrams: the ladder came to a step that would skip a notice; it must look again where the case stands. */
    LADDER_ASTRAY("") {
        @Override
        String heardAs() {
            return STANDING_CHANGED.id();
        }
    },
    /** Not for diagrams: the due date of an item of the case moved; the ladder looks again where the case stands. */
    DUE_DATE_MOVED("") {
        @Override
        String heardAs() {
            return STANDING_CHANGED.id();
        }
    },
    /** A debtor promised to pay: begins the process that follows the promise up. */
    PROMISE_MADE("PromiseMade"),
    /** What became of a promise is known: told to the one instance that follows it up. */
    PROMISE_CONCLUDED("PromiseConcluded"),
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

    /** Those that follow something with a due date of its own: to wait for one of them alone is to wait for nothing. */
    static Set<Message> followers() {
        return EnumSet.of(CASE_SETTLED, BLOCK_LIFTED, STANDING_CHANGED, CONTACT_CONCLUDED, PROMISE_CONCLUDED);
    }

    /** Whether it begins a process instance, which has the case number as its business key. */
    boolean begins() {
        return this == PROMISE_MADE;
    }

    /** Under which name diagrams hear it. */
    String heardAs() {
        return id;
    }

    /** The message name in diagrams. */
    public String id() {
        return id;
    }
}
