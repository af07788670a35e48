package dev.kulanz.journey;

import dev.kulanz.contact.Dispatcher;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows when something is due next, so that the time machine can jump from moment to moment. */
@Component
public class Agenda {

    private final JdbcClient jdbc;
    private final Dispatcher dispatcher;

    Agenda(JdbcClient jdbc, Dispatcher dispatcher) {
        this.jdbc = jdbc;
        this.dispatcher = dispatcher;
    }

    /** The next due moment in business time: a timer, a planned contact or a sweep. */
    public Optional<Instant> next() {
        Optional<Instant> inHouse = jdbc.sql("""
                        select least(
                            (select min(duedate_) at time zone current_setting('TimeZone') from act_ru_job
                             where retries_ > 0 and suspension_state_ = 1),
                            (select min(next_run_at) from schedule))""")
                .query((row, index) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
        return Stream.of(inHouse, dispatcher.next()).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }
}
