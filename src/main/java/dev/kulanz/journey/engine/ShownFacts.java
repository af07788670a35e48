package dev.kulanz.journey.engine;

/** What a task shows of its case. */
@FunctionalInterface
public interface ShownFacts {

    /** Somebody is about to read what this task shows: it must be true at this moment. */
    void beforeReading(String taskId);
}
