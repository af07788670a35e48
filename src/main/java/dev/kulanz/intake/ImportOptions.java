package dev.kulanz.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be taken.
 *
 * @param dryRun only say what would happen; nothing is kept
 * @param confirmed a {@link Mode#SNAPSHOT} may clear unusually many items
 * @param amounts what the column for amounts names, where a row does not say so itself
 * @param charset the encoding of the file, as its sender names it; null: it is found
 */
public record ImportOptions(
        boolean dryRun,
        Mode mode,
        boolean confirmed,
        AmountMeaning amounts,
        @Nullable String charset) {

    /** The field that is blamed when only a confirmation is missing. */
    public static final String CONFIRM = "confirm";

    /** The field that is blamed when the file's encoding can't be told. */
    public static final String CHARSET = "charset";

    /** New and changed items, kept for good. */
    public static final ImportOptions CHANGES = new ImportOptions(false, Mode.CHANGES, false);

    /** What {@link #CHANGES} would do. */
    public static final ImportOptions DRY_RUN = new ImportOptions(true, Mode.CHANGES, false);

    /** Nothing is said of what its amounts are, nor of its encoding. */
    public ImportOptions(boolean dryRun, Mode mode, boolean confirmed) {
        this(dryRun, mode, confirmed, AmountMeaning.UNSAID, null);
    }

    /** Nothing is said of what its amounts are. */
    public ImportOptions(boolean dryRun, Mode mode, boolean confirmed, @Nullable String charset) {
        this(dryRun, mode, confirmed, AmountMeaning.UNSAID, charset);
    }

    /** The encodings that can be named. */
    public static List<String> charsets() {
        return Encodings.names();
    }

    /** What the file is. */
    public enum Mode {
        /** Some items; others stay as they are. */
        CHANGES,
        /** All items that are open for the creditors it names; others of theirs are cleared. */
        SNAPSHOT
    }
}
