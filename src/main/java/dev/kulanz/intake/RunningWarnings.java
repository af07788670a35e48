package dev.kulanz.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What there is to say about dunning that was not taken over from rows that were taken. */
@Component
class RunningWarnings {

    private static final String NOT_TAKEN = """
            (select line, 'dunning_step' as field,
                    'We have written to the debtor about this invoice ourselves: where it stood elsewhere no longer counts.'
                        as message
             from intake_running where reminds and told_here
             union all
             select s.line, 'promise_date', 'The promise was not taken over. ' || k.promise_refused
             from intake_running s join running_item k on k.open_item_id = s.open_item_id
             where s.promises and k.promise_refused is not null) as w""";

    private final JdbcClient jdbc;

    RunningWarnings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first by line. */
    List<RowMessage> first() {
        return jdbc.sql("select line, field, message from " + NOT_TAKEN + " order by line limit :limit")
                .param("limit", Findings.LIMIT)
                .query(RowMessage.class)
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
                .query((row, index) -> new RowMessage(
                        Objects.requireNonNull(promised.get(row.getObject(1, UUID.class))),
                        "promise_date",
                        "The promise was not taken over. " + row.getString(2)))
                .list();
    }

    long total() {
        return jdbc.sql("select count(*) from " + NOT_TAKEN).query(Long.class).single();
    }
}
