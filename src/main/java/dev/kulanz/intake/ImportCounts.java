package dev.kulanz.intake;

/** Rows by what became of them, and items that a snapshot cleared. */
record ImportCounts(long accepted, long unchanged, long rejected, long cleared) {}
