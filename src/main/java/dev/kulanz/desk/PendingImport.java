package dev.kulanz.desk;

import dev.kulanz.intake.AmountMeaning;
import dev.kulanz.intake.FileEffect;
import dev.kulanz.intake.ImportOptions;
import dev.kulanz.intake.ImportResult;
import dev.kulanz.intake.NamedCreditor;
import dev.kulanz.intake.RejectedFile;
import dev.kulanz.intake.WaitingDebtor;
import dev.kulanz.shared.FieldError;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
    private final AmountMeaning amounts;
    private final Instant uploadedAt;

    private volatile State state = State.CHECKING;
    private volatile boolean confirmed;
    private volatile long rowsRead;
    private volatile @Nullable ImportResult result;
    private volatile @Nullable RejectedFile rejected;
    private volatile @Nullable Refusal refusal;
    private volatile boolean confirmable;
    private volatile boolean isEncodingAsked;
    private volatile @Nullable String charset;

    /** @param uploadedAt real time */
    PendingImport(
            UUID id,
            String owner,
            String fileName,
            Path file,
            ImportOptions.Mode mode,
            AmountMeaning amounts,
            Instant uploadedAt) {
        this.id = id;
        this.owner = owner;
        this.fileName = fileName;
        this.file = file;
        this.mode = mode;
        this.amounts = amounts;
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

    /** Why it can't be taken; null: it can, as far as it was tried. */
    public @Nullable Said refusal() {
        Refusal reason = refusal;
        if (reason == null) {
            return null;
        }
        return reason.said() == null ? Said.of("", String.valueOf(reason.getMessage())) : reason.said();
    }

    /** What is wrong with its columns, one by one; empty if there is one thing only, which the refusal says. */
    public List<FieldError> faults() {
        Refusal reason = refusal;
        return reason == null || reason.errors().stream().allMatch(one -> Objects.equals(one.said(), reason.said()))
                ? List.of()
                : reason.errors();
    }

    public boolean isRunning() {
        return state == State.CHECKING || state == State.IMPORTING;
    }

    /** Who would be contacted on which of the next days because of the file, or otherwise than without it. */
    public List<UpcomingPart> caused() {
        FileEffect effect = effect();
        return effect == null ? List.of() : UpcomingPart.of(effect.caused(), effect.causedDays());
    }

    /** Who would be contacted anyway. */
    public List<UpcomingPart> anyway() {
        FileEffect effect = effect();
        return effect == null ? List.of() : UpcomingPart.of(effect.anyway(), effect.anywayDays());
    }

    /** Who would be contacted but for the file. */
    public List<UpcomingPart> prevented() {
        FileEffect effect = effect();
        return effect == null ? List.of() : UpcomingPart.of(effect.prevented(), effect.preventedDays());
    }

    private @Nullable FileEffect effect() {
        ImportResult found = result;
        return found == null ? null : found.effect();
    }

    /** Who would be left in peace as he owes too little, as many as one looks at. */
    public List<WaitingDebtor> waiting() {
        ImportResult found = result;
        List<WaitingDebtor> all = found == null ? null : found.waiting();
        return all == null ? List.of() : all.subList(0, Math.min(UpcomingPart.MOST_LISTED, all.size()));
    }

    /** Its creditors of whom there is something to say, as many as one looks at. */
    public List<NamedCreditor> creditors() {
        ImportResult found = result;
        List<NamedCreditor> all = found == null ? null : found.creditors();
        return all == null ? List.of() : all.subList(0, Math.min(UpcomingPart.MOST_LISTED, all.size()));
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
     * @param encoding in which it was saved, if its owner says so; else null
     * @return false: it is running already, or was not refused
     */
    synchronized boolean beginAgain(boolean anyway, @Nullable String encoding) {
        if (!begin(State.CHECKING, State.REFUSED)) {
            return false;
        }
        confirmed |= anyway && confirmable;
        confirmable = false;
        if (encoding != null && !encoding.isBlank()) {
            charset = encoding;
        }
        isEncodingAsked = false;
        return true;
    }

    /** Whether it was refused only because it would clear unusually much. */
    public boolean isConfirmable() {
        return confirmable;
    }

    /** Whether it was refused only because nobody can tell its encoding. */
    public boolean isEncodingAsked() {
        return isEncodingAsked;
    }

    /** What its owner may name. */
    public List<String> charsets() {
        return ImportOptions.charsets();
    }

    ImportOptions options(boolean dryRun) {
        return new ImportOptions(dryRun, mode, confirmed, amounts, charset);
    }

    void read(long rows) {
        rowsRead = rows;
    }

    /** @param returned what was refused, in place of what was refused before */
    synchronized void finished(State end, ImportResult outcome, RejectedFile returned) {
        forgetRejected();
        rejected = returned;
        result = outcome;
        state = end;
    }

    /** The rows that were refused when it was read last; null: it was not read yet, or nothing was. */
    @Nullable RejectedFile rejected() {
        ImportResult found = result;
        return found == null || found.rejectedRows() == 0 ? null : rejected;
    }

    synchronized void forgetRejected() {
        RejectedFile before = rejected;
        if (before != null) {
            before.close();
        }
        rejected = null;
    }

    synchronized void refused(Refusal reason) {
        isEncodingAsked =
                reason.errors().stream().anyMatch(error -> error.field().equals(ImportOptions.CHARSET));
        confirmable = reason.errors().stream().anyMatch(error -> error.field().equals(ImportOptions.CONFIRM));
        refusal = reason;
        state = State.REFUSED;
    }
}
