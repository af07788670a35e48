package dev.kulanz.journey;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows when something is due next, in one question, so that the time machine can jump from moment to moment. */
@Component
public class Agenda {

    private final JdbcClient jdbc;

    Agenda(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next due moment in business time: a timer, a planned contact or a sweep. */
    public Optional<Instant> next() {
        return jdbc.sql("""
                        select least(
                            (select min(duedate_) at time zone current_setting('TimeZone') from act_ru_job
                             where retries_ > 0 and suspension_state_ = 1),
                            (select min(not_before) from contact where status = 'PLANNED'),
                            (select min(next_run_at) from schedule))""")
                .query((row, index) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }
}
