package dev.kulanz.intake;

/** Is told how far a file has been read. Called often, from the importing thread. */
@FunctionalInterface
public interface ImportProgress {

    ImportProgress UNSEEN = rows -> {};

    /** So many rows were read and checked so far. */
    void rowsRead(long rows);
}
