package dev.kulanz.agreements;

/** Why a promise can't be taken. */
public enum Objection {
    CASE_NOT_OPEN("caseNumber"),
    /** As many promises were made in this case as the rules allow. */
    TOO_MANY("caseNumber"),
    /** Missing, zero, negative or with more than two decimals. */
    NOT_AN_AMOUNT("amount"),
    MORE_THAN_OWED("amount"),
    NO_DAY("date"),
    IN_THE_PAST("date"),
    TOO_FAR_AHEAD("date");

    private final String field;

    Objection(String field) {
        this.field = field;
    }

    /** Name of the field of a promise that it is about: {@code caseNumber}, {@code amount} or {@code date}. */
    public String field() {
        return field;
    }
}
