package dev.kulanz.contact;

import dev.kulanz.shared.BusinessCalendar;
import dev.kulanz.shared.BusinessClock;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What piled up while it could not go out. */
@Component
public class Backlog {

    /** A normal day is told from so long a time before. */
    private static final Duration BEFORE = Duration.ofDays(28);

    /** Where nothing went out before, what waits is spread over a week of work. */
    private static final int DAYS_WITHOUT_EXAMPLE = 5;

    private static final String WAITING = """
            select count(*)
            from (values (cast(:creditor as text), cast(:step as text), cast(:channel as text))) s (creditor_id, step, channel)
            join contact c on %s
            where c.status = 'PLANNED' and c.not_before <= :now""".formatted(Slice.HAS);

    private static final String LONGEST = """
            select min(c.not_before)
            from (values (cast(:creditor as text), cast(:step as text), cast(:channel as text))) s (creditor_id, step, channel)
            join contact c on %s
            where c.status = 'PLANNED' and c.not_before <= :now""".formatted(Slice.HAS);

    /** On days on which anything went out. */
    private static final String A_DAY = """
            select cast(ceil(count(*)::numeric / nullif(count(distinct (c.sent_at at time zone 'Europe/Berlin')::date), 0)) as bigint)
            from (values (cast(:creditor as text), cast(:step as text), cast(:channel as text))) s (creditor_id, step, channel)
            join contact c on %s
            where c.sent_at >= :from and c.sent_at < :until""".formatted(Slice.HAS);

    /** What is awaited comes first, then what has waited longest. */
    private static final String SPREAD = """
            update contact c set not_before = d.opens, reason = :letGo,
                waited = coalesce(c.waited, '[]')
                         || case when c.held_for is null then '[]' else wait_of(c.held_since, :now, c.held_for) end
                         || wait_of(:now, d.opens, :letGo),
                held_for = null, held_since = null
            from (select c.id, (row_number() over (order by c.purpose = 'DEMAND', c.not_before, c.seq) - 1) / :volume as day
                  from (values (cast(:creditor as text), cast(:step as text), cast(:channel as text))) s (creditor_id, step, channel)
                  join contact c on %s
                  where c.status = 'PLANNED' and c.not_before <= :now) w
            join unnest(cast(:days as timestamptz[])) with ordinality d (opens, day) on d.day = w.day
            where c.id = w.id""".formatted(Slice.HAS);

    private final JdbcClient jdbc;
    private final BusinessCalendar calendar;
    private final BusinessClock clock;

    Backlog(JdbcClient jdbc, BusinessCalendar calendar, BusinessClock clock) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** How many are due of these and have not gone out. */
    @Transactional(readOnly = true)
    public long waiting(Slice of) {
        return bind(jdbc.sql(WAITING), of)
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    /**
     * How it is let go.
     *
     * @param waiting how many waited
     * @param aDay how many of them go out on one day
     */
    public record Release(long waiting, long aDay) {}

    /**
     * Spreads what waits over the coming working days, so that on none more of it goes out than on a normal day before: who has to
     * print, call and answer does not get a month at once.
     *
     * @param since when it began to wait
     */
    @Transactional
    public Release release(Slice of, Instant since) {
        long waiting = waiting(of);
        if (waiting == 0) {
            return new Release(0, 0);
        }
        long aDay = Math.max(1, aDay(of, since, waiting));
        long days = (waiting - 1) / aDay;
        if (days > 0) {
            bind(jdbc.sql(SPREAD), of)
                    .param("now", Timestamp.from(clock.instant()))
                    .param("letGo", Wait.LET_GO)
                    .param("volume", aDay)
                    .param("days", openings(days))
                    .update();
        }
        return new Release(waiting, aDay);
    }

    /** The same of what waits since the first of it became due. */
    @Transactional
    public Release release(Slice of) {
        return bind(jdbc.sql(LONGEST), of)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, i) -> Optional.ofNullable(row.getTimestamp(1)))
                .single()
                .map(since -> release(of, since.toInstant()))
                .orElse(new Release(0, 0));
    }

    private long aDay(Slice of, Instant since, long waiting) {
        Optional<Long> before = bind(jdbc.sql(A_DAY), of)
                .param("from", Timestamp.from(since.minus(BEFORE)))
                .param("until", Timestamp.from(since))
                .query((row, i) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .single();
        return before.orElse((waiting + DAYS_WITHOUT_EXAMPLE - 1) / DAYS_WITHOUT_EXAMPLE);
    }

    /** The mornings of the working days after this one. */
    private Timestamp[] openings(long days) {
        List<Timestamp> openings = new ArrayList<>();
        LocalDate day = clock.today();
        for (long i = 0; i < days; i++) {
            day = calendar.workingDayFrom(day.plusDays(1), null);
            openings.add(Timestamp.from(BusinessCalendar.opening(day)));
        }
        return openings.toArray(Timestamp[]::new);
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Slice of) {
        return statement
                .param("creditor", of.creditorId())
                .param("step", of.stepId())
                .param("channel", of.channelName());
    }
}
