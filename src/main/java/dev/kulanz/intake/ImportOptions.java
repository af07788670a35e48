package dev.kulanz.intake;

/**
 * How a file is to be taken.
 *
 * @param dryRun only say what would happen; nothing is kept
 * @param amounts what the column for amounts names, where a row does not say so itself
 * @param confirmed a {@link Mode#SNAPSHOT} may clear unusually many items
 */
public record ImportOptions(boolean dryRun, Mode mode, boolean confirmed, AmountMeaning amounts) {

    /** The field that is blamed when only a confirmation is missing. */
    public static final String CONFIRM = "confirm";

    /** New and changed items, kept for good. */
    public static final ImportOptions CHANGES = new ImportOptions(false, Mode.CHANGES, false);

    /** What {@link #CHANGES} would do. */
    public static final ImportOptions DRY_RUN = new ImportOptions(true, Mode.CHANGES, false);

    /** Nothing is said of what its amounts are. */
    public ImportOptions(boolean dryRun, Mode mode, boolean confirmed) {
        this(dryRun, mode, confirmed, AmountMeaning.UNSAID);
    }

    /** What the file is. */
    public enum Mode {
        /** Some items; others stay as they are. */
        CHANGES,
        /** All items that are open for the creditors it names; others of theirs are cleared. */
        SNAPSHOT
    }
}
