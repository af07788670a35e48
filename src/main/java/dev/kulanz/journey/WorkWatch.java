package dev.kulanz.journey;

import dev.kulanz.shared.BusinessClock;
import dev.kulanz.watch.Reading;
import dev.kulanz.watch.Sign;
import dev.kulanz.watch.Watch;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Work that is due and that nobody does: timers, news for journeys, daily sweeps. */
@Component
class WorkWatch implements Watch {

    /**
     * The engine clears its history at night by a job of its own; it keeps nobody waiting. News that failed again and again wait
     * for a person and not for us: they are incidents.
     */
    private static final String OLDEST = """
            select 'timers' as kind, (select min(duedate_) at time zone current_setting('TimeZone') from act_ru_job
                    where retries_ > 0 and suspension_state_ = 1 and handler_type_ <> 'history-cleanup') as since
            union all
            select '%s', (select min(next_attempt_at) from signal where attempts < %d)
            union all
            select 'sweeps', (select min(next_run_at) from schedule where next_run_at > '2000-01-01')""".formatted(WorkWatch.NEWS, OpenFailures.TRIES);

    private static final String NEWS = "news";

    /** News are tried in real time, also in the demo. */
    private static final Clock REAL_TIME = Clock.systemUTC();

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final Duration limit;

    WorkWatch(JdbcClient jdbc, BusinessClock clock, @Value("${kulanz.watch.oldest-work:30m}") Duration limit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.limit = limit;
    }

    private record Oldest(String kind, @Nullable Timestamp since) {}

    @Override
    public Sign sign() {
        return Sign.sendingRests("work-stuck");
    }

    @Override
    public Reading look() {
        Reading all = Reading.NOTHING;
        List<Oldest> oldest = jdbc.sql(OLDEST).query(Oldest.class).list();
        for (Oldest one : oldest) {
            Instant now = one.kind().equals(NEWS) ? REAL_TIME.instant() : clock.instant();
            Duration age = one.since() == null
                    ? Duration.ZERO
                    : Duration.between(one.since().toInstant(), now);
            all = all.and(
                            "kulanz.work.oldest.due.seconds",
                            "Since the oldest work of this kind is due",
                            Map.of("kind", one.kind()),
                            Math.max(0, age.toSeconds()))
                    .wrongIf(age.compareTo(limit) > 0, one.kind(), age.toMinutes());
        }
        return all;
    }
}
