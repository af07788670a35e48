package dev.kulanz.journey.model;

import java.util.Optional;

/**
 * A table that a process asks has an answer for every case: without one the case would be stuck at the task. A last row
 * without conditions answers whatever is left. In a UNIQUE table such a row would hold together with any other: there all
 * rows together must be proved to leave nothing out.
 */
final class EveryCaseAnswered {

    private EveryCaseAnswered() {}

    /** Why not, and what to do; empty if it has. */
    static Optional<String> mistake(AskedTable table, String file, TableCheck tables) {
        if (!table.isAnsweredByARow() || table.holdsAlways() || tables.answersEveryCase(file, table.text())) {
            return Optional.empty();
        }
        return Optional.of(
                table.hitPolicy().equals("FIRST")
                        ? "Add a last row with “-” in every input."
                        : "Add rows for what is left, also for what is not known, as null or not(…); or use FIRST with a last row that has “-” in every input.");
    }
}
