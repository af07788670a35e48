package dev.kulanz.journey;

import dev.kulanz.cases.DunningCase;
import dev.kulanz.shared.BusinessClock;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ends circles, whatever their cause: a ladder that comes within a day to a step again which it has tried, although nothing
 * was sent and nothing has changed since, takes it a day later. The journal knows what was tried and what has changed.
 */
@Component
class CircleBrake {

    private static final Logger LOG = LoggerFactory.getLogger(CircleBrake.class);

    private static final Duration NEXT_TRY = Duration.ofDays(1);

    /**
     * A ladder looks several times without having tried anything when several things are told of at one moment, as when a
     * promise is broken: that it is, that its block ends, that the case stands elsewhere.
     */
    private static final int LOOKS = 5;

    /** What trying a step leaves in the journal; whatever else it says of a debtor is a change. */
    private static final String[] TRYING = {
        "StepFound",
        "DecisionMade",
        "ContactChosen",
        "ContactCancelled",
        "StepLeftOut",
        "WaitsForMore",
        "TaskCreated",
        "TaskCompleted",
        "TaskWithdrawn",
        "CaseWithoutNextAction"
    };

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    CircleBrake(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Before(
            int found, boolean tried, @Nullable Instant due) {}

    /**
     * A step waits, though it would be due at once.
     *
     * @param foundBefore how often it was come to in vain
     */
    record PutOff(Instant until, int foundBefore) {}

    /** Whether a step that would be due at once has to wait. */
    Optional<PutOff> putsOff(DunningCase of, String next) {
        Before before = before(of, next);
        if (before.found() < LOOKS && !before.tried()) {
            return Optional.empty();
        }
        LOG.warn("The ladder of case {} comes to {} again, and nothing has changed", of.number(), next);
        Instant now = clock.instant();
        Instant until = Optional.ofNullable(before.due())
                .filter(due -> due.isAfter(now)) // it waits already, and looking again makes it no longer
                .orElseGet(() -> now.plus(NEXT_TRY));
        return Optional.of(new PutOff(until, before.found()));
    }

    private Before before(DunningCase of, String next) {
        return jdbc.sql("""
                        with found as (
                            select id, kind, kind = 'StepFound' and facts ->> 'next' = :next as same, facts ->> 'due' as due
                            from journal
                            where case_number = :case and kind = any(:trying) and happened_at > :yesterday
                              and id > coalesce(
                                (select max(id) from journal where debtor_id = :debtor and kind <> all(:trying)), 0))
                        select count(*) filter (where same) as found,
                               coalesce(max(id) filter (where kind <> 'StepFound') > min(id) filter (where same), false)
                                   as tried,
                               (array_agg(due order by id desc) filter (where same))[1]::timestamptz as due
                        from found""")
                .param("case", of.number())
                .param("yesterday", Timestamp.from(clock.instant().minus(NEXT_TRY)))
                .param("debtor", of.debtorId())
                .param("next", next)
                .param("trying", TRYING)
                .query(Before.class)
                .single();
    }
}
