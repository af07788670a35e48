package dev.kulanz.contact;

import dev.kulanz.shared.BusinessClock;
import dev.kulanz.watch.Reading;
import dev.kulanz.watch.Sign;
import dev.kulanz.watch.Watch;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages that might go out and do not. */
@Component
class DueWatch implements Watch {

    /**
     * What holds messages is asked of one of each kind, the first that was decided on, and not of a hundred thousand. One that was tried in vain
     * waits for its next try: it has been due since before the pauses that it made ({@link Results}).
     */
    private static final String DUE = """
            with due as (
                select c.creditor_id, c.step, c.purpose, c.channel, c.seq, c.not_before as since
                from contact c where c.status = 'PLANNED' and c.not_before <= :now and c.tries = 0
                union all
                select c.creditor_id, c.step, c.purpose, c.channel, c.seq,
                       c.not_before - interval '5 minutes' * (power(2, c.tries) - 1)
                from contact c
                where c.status = 'PLANNED' and c.tries > 0
                  and c.not_before - interval '5 minutes' * power(2, c.tries - 1) <= :now
            ), kinds as (
                select count(*) as waiting, min(since) as since, min(seq) as example
                from due group by creditor_id, step, purpose, channel
            )
            select coalesce(sum(k.waiting), 0) as waiting, min(k.since) as since
            from kinds k join contact c on c.seq = k.example where""";

    private final JdbcClient jdbc;
    private final Holds holds;
    private final BusinessClock clock;
    private final Duration limit;

    DueWatch(
            JdbcClient jdbc,
            Holds holds,
            BusinessClock clock,
            @Value("${kulanz.watch.oldest-contact:1h}") Duration limit) {
        this.jdbc = jdbc;
        this.holds = holds;
        this.clock = clock;
        this.limit = limit;
    }

    private record Due(long waiting, @Nullable Instant since) {}

    @Override
    public Sign sign() {
        return Sign.sendingRests("oldest-contact");
    }

    @Override
    public Reading look() {
        Due due = holds.bind(jdbc.sql(DUE + " " + holds.none()))
                .param("now", Timestamp.from(clock.instant()))
                .query(Due.class)
                .single();
        Duration age = due.since() == null ? Duration.ZERO : Duration.between(due.since(), clock.instant());
        return Reading.of(
                        "kulanz.contacts.due", "Messages that might go out at this moment and have not", due.waiting())
                .and(
                        "kulanz.contacts.oldest.due.seconds",
                        "Since the oldest of them might have gone out",
                        Math.max(0, age.toSeconds()))
                .wrongIf(age.compareTo(limit) > 0, "", due.waiting(), age.toMinutes());
    }
}
