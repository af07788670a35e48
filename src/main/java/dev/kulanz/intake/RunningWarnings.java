package dev.kulanz.intake;

import java.util.List;
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

    long total() {
        return jdbc.sql("select count(*) from " + NOT_TAKEN).query(Long.class).single();
    }
}
