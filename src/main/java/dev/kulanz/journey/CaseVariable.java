package dev.kulanz.journey;

import java.util.Arrays;
import java.util.List;

/** All process variables: a few short strings, numbers and booleans; no personal data, no amounts. */
public enum CaseVariable {
    /** When the first reminder is due, ISO 8601 in UTC. */
    FIRST_CONTACT_AT("firstContactAt"),
    /** The step that is being taken. */
    STEP("step"),
    /** Days to pay that the step's message gives. */
    PAY_DAYS("payDays"),
    /** Whether the case must not be contacted now. */
    BLOCKED("blocked"),
    /** The chosen channel, or NONE. */
    CHANNEL("channel"),
    TONE("tone"),
    STYLE("style"),
    /** What became of the message: SENT, FAILED or CANCELLED. */
    CONTACT_OUTCOME("contactOutcome"),
    /** What a person decided in a task. */
    OUTCOME("outcome");

    private final String id;

    CaseVariable(String id) {
        this.id = id;
    }

    /** The name in diagrams. */
    public String id() {
        return id;
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(CaseVariable::id).toList();
    }
}
