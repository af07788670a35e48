package dev.kulanz.intake;

import dev.kulanz.journal.Actor;
import dev.kulanz.journal.Journal;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Tells of an import: the journal, the list of imports, whoever works with the balances. */
@Component
class ImportRecord {

    private final ImportJournal journal;
    private final ImportLog log;
    private final ObjectProvider<Actor> actor;
    private final AfterImport after;

    ImportRecord(JdbcTemplate jdbc, Journal journal, ImportLog log, ObjectProvider<Actor> actor, AfterImport after) {
        this.journal = new ImportJournal(jdbc, journal);
        this.log = log;
        this.actor = actor;
        this.after = after;
    }

    void keep(UUID id, ImportRequest request, ImportCounts counts, List<String> creditors) {
        journal.record(id);
        Actor present = actor.getIfAvailable();
        ImportSummary summary = new ImportSummary(
                id,
                request.at(),
                present == null ? "system" : present.name(),
                request.options().mode(),
                creditors,
                counts.accepted(),
                counts.unchanged(),
                counts.rejected(),
                counts.cleared());
        log.finished(summary, request.file().hash());
        if (request.options().mode() == ImportOptions.Mode.SNAPSHOT && !creditors.isEmpty()) {
            after.completeListTaken(creditors);
        }
    }

    void tell(Collection<UUID> accounts) {
        if (!accounts.isEmpty()) {
            after.accountsChanged(accounts);
        }
    }

    void tellPersons(Collection<UUID> placed, Collection<UUID> ended) {
        if (!placed.isEmpty()) {
            after.personsBlocked(placed);
        }
        if (!ended.isEmpty()) {
            after.personsFreed(ended);
        }
    }

    void tellLookedAt(Collection<UUID> accounts) {
        if (!accounts.isEmpty()) {
            after.accountsLookedAt(accounts);
        }
    }

    void tellTried(Collection<UUID> accounts) {
        if (!accounts.isEmpty()) {
            after.accountsTried(accounts);
        }
    }

    void tellCommitted() {
        after.committed();
    }

    void tellMoved(Collection<UUID> items) {
        if (!items.isEmpty()) {
            after.dueDatesMoved(items);
        }
    }

    void tellReminded(Collection<UUID> accounts) {
        if (!accounts.isEmpty()) {
            after.remindersTakenOver(accounts);
        }
    }
}
