package dev.kulanz.intake;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.journal.Happening;
import dev.kulanz.journal.Journal;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which files were imported. */
@Component
class ImportLog {

    private final JdbcClient jdbc;
    private final Journal journal;

    ImportLog(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    /** Lists the import; one that changed nothing is no news for the journal. */
    void finished(ImportSummary summary, String fileHash) {
        jdbc.sql("""
                        insert into import (id, file_hash, mode, creditor_ids, started_at, started_by,
                                            accepted, unchanged, rejected, cleared)
                        values (:id, :hash, :mode, :creditors, :at, :by, :accepted, :unchanged, :rejected, :cleared)""")
                .param("id", summary.id())
                .param("hash", fileHash)
                .param("mode", summary.mode().name())
                .param("creditors", summary.creditorIds().toArray(String[]::new))
                .param("at", Timestamp.from(summary.startedAt()))
                .param("by", summary.startedBy())
                .param("accepted", summary.accepted())
                .param("unchanged", summary.unchanged())
                .param("rejected", summary.rejected())
                .param("cleared", summary.cleared())
                .update();
        if (summary.accepted() + summary.cleared() > 0) {
            journal.record(Happening.of("ImportFinished")
                    .with("importId", summary.id().toString())
                    .with("creditors", summary.creditorIds())
                    .with("accepted", summary.accepted())
                    .with("unchanged", summary.unchanged())
                    .with("rejected", summary.rejected())
                    .with("cleared", summary.cleared()));
        }
    }

    /** The last ones, newest first, of which somebody may see every creditor. */
    List<ImportSummary> recent(CreditorScope scope, int limit) {
        return jdbc.sql("""
                        select * from import where :all or (creditor_ids <@ cast(:creditors as text[]) and cardinality(creditor_ids) > 0)
                        order by started_at desc, id desc limit :limit""")
                .param("all", scope.all())
                .param("creditors", scope.idArray())
                .param("limit", limit)
                .query((row, i) -> new ImportSummary(
                        row.getObject("id", UUID.class),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        row.getString("started_by"),
                        ImportOptions.Mode.valueOf(row.getString("mode")),
                        List.of((String[]) row.getArray("creditor_ids").getArray()),
                        row.getLong("accepted"),
                        row.getLong("unchanged"),
                        row.getLong("rejected"),
                        row.getLong("cleared")))
                .list();
    }
}
