package dev.kulanz.intake;

import dev.kulanz.shared.Said;

/** What stands beside a field in its row, and where to remark how it was read. */
interface Beside {

    /** What the row says in another column, as it was written; empty if nothing. */
    String field(Column column);

    /** Where the debtor lives (ISO 3166-1 alpha-2): by the row, else as far as it is known. */
    String country();

    /** Something to know about a value that is taken; the row stays good. */
    void remark(Said said);

    default void remark(String key, String english, Object... arguments) {
        remark(Said.of("import." + key, english, arguments));
    }
}
