package dev.kulanz.journey.model;

/** One thing that every process model must keep to. */
interface ModelRule {

    void check(ProcessModel model, Report report);

    /** Whether the model would run all the same: names, ids and drawing, which people need. */
    default boolean isRemark() {
        return false;
    }
}
