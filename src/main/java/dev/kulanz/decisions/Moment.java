package dev.kulanz.decisions;

/** When a table is looked at, which says how much is demanded of it. */
enum Moment {
    /** Before it is in force: refused is also what is too large to be read by people, or hardly means what it says. */
    ARRIVAL,

    /**
     * When it is asked. It was let in by the checks of its day and cases need its answer, so refused is only what is
     * dangerous: what would run code, or compute for ever.
     */
    USE
}
