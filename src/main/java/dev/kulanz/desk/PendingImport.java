package dev.kulanz.desk;

import dev.kulanz.intake.ImportOptions;
import dev.kulanz.intake.ImportResult;
import dev.kulanz.shared.Refusal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file that somebody uploaded, on its way through the dry run into the books. */
final class PendingImport {

    /** Where it stands. */
    enum State {
        CHECKING,
        CHECKED,
        IMPORTING,
        IMPORTED,
        REFUSED
    }

    private final UUID id;
    private final String owner;
    private final String fileName;
    private final Path file;
    private final ImportOptions.Mode mode;
    private final Instant uploadedAt;

    private volatile State state = State.CHECKING;
    private volatile boolean confirmed;
    private volatile long rowsRead;
    private volatile @Nullable ImportResult result;
    private volatile @Nullable String refusal;
    private volatile boolean confirmable;

    /** @param uploadedAt real time */
    PendingImport(UUID id, String owner, String fileName, Path file, ImportOptions.Mode mode, Instant uploadedAt) {
        this.id = id;
        this.owner = owner;
        this.fileName = fileName;
        this.file = file;
        this.mode = mode;
        this.uploadedAt = uploadedAt;
    }

    public UUID id() {
        return id;
    }

    public String fileName() {
        return fileName;
    }

    public State state() {
        return state;
    }

    public ImportOptions.Mode mode() {
        return mode;
    }

    public long rowsRead() {
        return rowsRead;
    }

    public @Nullable ImportResult result() {
        return result;
    }

    public @Nullable String refusal() {
        return refusal;
    }

    public boolean isRunning() {
        return state == State.CHECKING || state == State.IMPORTING;
    }

    /** Who would be contacted on which of the next days. */
    public List<UpcomingPart> upcoming() {
        return UpcomingPart.of(result);
    }

    boolean belongsTo(String user) {
        return owner.equals(user);
    }

    boolean isOlderThan(Instant moment) {
        return uploadedAt.isBefore(moment);
    }

    Path file() {
        return file;
    }

    /** @return false: it is running already, or can't go this way from where it stands */
    synchronized boolean begin(State next, State... from) {
        if (!List.of(from).contains(state)) {
            return false;
        }
        state = next;
        rowsRead = 0;
        refusal = null;
        return true;
    }

    /**
     * Begins the check once more.
     *
     * @param anyway a snapshot may clear unusually many items: its owner says so, and was asked
     * @return false: it is running already, or was not refused
     */
    synchronized boolean beginAgain(boolean anyway) {
        if (!begin(State.CHECKING, State.REFUSED)) {
            return false;
        }
        confirmed |= anyway && confirmable;
        confirmable = false;
        return true;
    }

    /** Whether it was refused only because it would clear unusually much. */
    public boolean isConfirmable() {
        return confirmable;
    }

    ImportOptions options(boolean dryRun) {
        return new ImportOptions(dryRun, mode, confirmed);
    }

    void read(long rows) {
        rowsRead = rows;
    }

    synchronized void finished(State end, ImportResult outcome) {
        result = outcome;
        state = end;
    }

    synchronized void refused(Refusal reason) {
        confirmable = reason.errors().stream().anyMatch(error -> error.field().equals(ImportOptions.CONFIRM));
        refused(String.valueOf(reason.getMessage()));
    }

    synchronized void refused(String reason) {
        refusal = reason;
        state = State.REFUSED;
    }
}
