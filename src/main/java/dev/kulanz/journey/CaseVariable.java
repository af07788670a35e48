package dev.kulanz.journey;

import java.util.Arrays;
import java.util.List;

/** All process variables: a few short strings, numbers and booleans; no personal data, no amounts. */
public enum CaseVariable {
    /** When the step where the ladder is entered is due, ISO 8601 in UTC. */
    STEP_DUE_AT("stepDueAt"),
    /** The step with which the ladder is entered, or “resumption”: friendly words about what ended come first. */
    NEXT_STEP("nextStep"),
    /** The step that is being taken. */
    STEP("step"),
    /** Days to pay that the step's message gives. */
    PAY_DAYS("payDays"),
    /** Whether the case must not be contacted now. */
    BLOCKED("blocked"),
    /** The chosen channel, or NONE. */
    CHANNEL("channel"),
    /** Tone and style of the message, two words. */
    WORDING("wording"),
    /** Whether the rules find the step fitting for this case. */
    FITTING("fitting"),
    /** What became of the message: SENT, FAILED or CANCELLED. */
    CONTACT_OUTCOME("contactOutcome"),
    /** How many calls were tried. */
    ATTEMPT("attempt"),
    /** What became of a call. */
    CALL_OUTCOME("callOutcome"),
    /** Whether another call could help: the debtor was not reached, and a number of his is known. */
    CALL_AGAIN("callAgain"),
    /** Which promise is followed up: its id. */
    PROMISE("promise"),
    /** When to remind of the promise, ISO 8601 in UTC. */
    REMIND_AT("remindAt"),
    /** When to look whether the promise was kept, ISO 8601 in UTC. */
    JUDGE_AT("judgeAt"),
    /** What became of the promise. */
    PROMISE_OUTCOME("promiseOutcome"),
    /** How many things stand in the way of a hand-over. */
    OBSTACLES("obstacles"),
    /** What the agency answered. */
    AGENCY_ANSWER("agencyAnswer"),
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
