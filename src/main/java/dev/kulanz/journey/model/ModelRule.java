package dev.kulanz.journey.model;

/** One thing that every process model must keep to. */
interface ModelRule {

    void check(ProcessModel model, Report report);

    /** How much it weighs when a model does not: names, ids and drawing only help people. */
    default Severity severity() {
        return Severity.REFUSAL;
    }
}
