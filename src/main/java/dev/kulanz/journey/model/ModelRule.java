package dev.kulanz.journey.model;

/** One thing that every process model must keep to. */
interface ModelRule {

    void check(ProcessModel model, Report report);
}
