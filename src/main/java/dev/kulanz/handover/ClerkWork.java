package dev.kulanz.handover;

/** What waits for a person in a case. Whoever keeps the tasks answers. */
@FunctionalInterface
public interface ClerkWork {

    /** How many tasks of the case are open besides those of the hand-over itself. */
    int openTasks(String caseNumber);
}
