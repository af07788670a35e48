package dev.kulanz.decisions;

/**
 * A decision could not be made: its table is broken or a fact does not fit. Nothing was decided; asking again
 * helps only after the table or the fact has been put right.
 */
public final class DecisionFailed extends RuntimeException {

    private final String decisionKey;
    private final String why;

    /**
     * @param decisionKey id of the decision
     * @param why what was wrong, naming the fact, rule or column
     */
    public DecisionFailed(String decisionKey, String why) {
        super("The decision '%s' can't be made: %s".formatted(decisionKey, why));
        this.decisionKey = decisionKey;
        this.why = why;
    }

    /** What was wrong. */
    public String why() {
        return why;
    }

    public String decisionKey() {
        return decisionKey;
    }
}
