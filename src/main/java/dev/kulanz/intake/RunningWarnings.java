package dev.kulanz.intake;

import dev.kulanz.shared.Said;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What there is to say about dunning, here or elsewhere, that does not count or no longer does, of rows that were taken. */
@Component
class RunningWarnings {

    private static final String NOT_TAKEN = """
            (select line, null as refused, cast(null as date) as moved_to
             from intake_running where reminds and told_here
             union all
             select s.line, null, s.due_date
             from intake_item s where 'dueDate' = any(s.changed) and exists (
                 select from notice n where n.open_item_id = s.known_id and said_when_due(n.told_at, s.old_due_date)
                   and not exists (select from notice_that_counts c where c.id = n.id))
             union all
             select s.line, k.promise_refused, null
             from intake_running s join running_item k on k.open_item_id = s.open_item_id
             where s.promises and k.promise_refused is not null) as w""";

    private static final Said TOLD_HERE = Said.of(
            "import.told-here",
            "We have written to the debtor about this invoice ourselves: where it stood elsewhere no longer counts.");

    private final JdbcClient jdbc;

    RunningWarnings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first by line. */
    List<RowMessage> first() {
        return jdbc.sql("select line, refused, moved_to from " + NOT_TAKEN + " order by line limit :limit")
                .param("limit", Findings.LIMIT)
                .query((row, i) -> row.getDate("moved_to") == null
                        ? message(row.getLong("line"), row.getString("refused"))
                        : moved(row.getLong("line"), row.getDate("moved_to").toLocalDate()))
                .list();
    }

    /** The rows whose promise is to be taken over when the import is kept, by item. */
    Map<UUID, Long> promised() {
        return jdbc.sql("select open_item_id, line from intake_running where promises")
                .query(rows -> {
                    Map<UUID, Long> lines = new HashMap<>();
                    while (rows.next()) {
                        lines.put(rows.getObject(1, UUID.class), rows.getLong(2));
                    }
                    return lines;
                });
    }

    /** Which of these promises were not taken over after the import. */
    List<RowMessage> refused(Map<UUID, Long> promised) {
        return jdbc.sql("""
                        select open_item_id, promise_refused from running_item
                        where open_item_id = any(:items) and promise_refused is not null""")
                .param("items", promised.keySet().toArray(UUID[]::new))
                .query((row, index) ->
                        message(Objects.requireNonNull(promised.get(row.getObject(1, UUID.class))), row.getString(2)))
                .list();
    }

    private static RowMessage moved(long line, LocalDate to) {
        return new RowMessage(
                line,
                "due_date",
                Said.of(
                        "import.moved",
                        "The due date moved to {0}: what the debtor was told of this invoice before no longer counts "
                                + "(section 286 BGB), and it begins anew with the friendly reminder.",
                        to));
    }

    private static RowMessage message(long line, @Nullable String refused) {
        return refused == null
                ? new RowMessage(line, "dunning_step", TOLD_HERE)
                : new RowMessage(
                        line,
                        "promise_date",
                        Said.of("import.promise.refused", "The promise was not taken over. {0}", refused));
    }

    long total() {
        return jdbc.sql("select count(*) from " + NOT_TAKEN).query(Long.class).single();
    }
}
