package dev.kulanz.contact;

import dev.kulanz.shared.BusinessClock;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Marks what is due and held with what holds it, so that it can be told when it goes out: by then nobody knows any more. In
 * sets, and now and then only; what is marked already is left alone, however often it is looked at.
 */
@Component
class HeldMarks {

    private static final Duration PAUSE = Duration.ofMinutes(15);
    private static final int MOST = 10_000;

    private static final String MARK = """
            update contact c
            set waited = case when c.held_for is null then c.waited
                         else coalesce(c.waited, '[]') || wait_of(c.held_since, :now, c.held_for) end,
                held_since = case when c.held_for is null then c.not_before else :now end,
                held_for = found.why
            from (select c.id, h.why from contact c cross join lateral (select %s as why) h
                  where c.status = 'PLANNED' and c.not_before <= :now
                    and h.why is not null and c.held_for is distinct from h.why
                  order by c.not_before limit %d for update of c skip locked) found
            where c.id = found.id""";

    private final JdbcClient jdbc;
    private final Holds holds;
    private final BusinessClock clock;
    private final AtomicReference<@Nullable Instant> last = new AtomicReference<>();

    HeldMarks(JdbcClient jdbc, Holds holds, BusinessClock clock) {
        this.jdbc = jdbc;
        this.holds = holds;
        this.clock = clock;
    }

    /** Looks, if the last look of this node was a while ago. */
    void renew() {
        Instant now = clock.instant();
        Instant before = last.get();
        boolean isRecent = before != null && !now.isBefore(before) && now.isBefore(before.plus(PAUSE));
        if (!isRecent && last.compareAndSet(before, now)) {
            holds.bind(jdbc.sql(MARK.formatted(holds.why(), MOST)))
                    .param("now", Timestamp.from(now))
                    .update();
        }
    }
}
