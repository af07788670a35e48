package dev.kulanz.handover;

/** What a release led to. */
public enum ReleaseOutcome {
    RELEASED,
    /** The amount is above the releaser's limit: a second person decides. */
    NEEDS_SECOND_PERSON
}
