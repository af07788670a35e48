package dev.kulanz.journey;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.shared.BusinessClock;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What failed and is to be tried again. Whoever wants it, a person or a new model, only writes down what; it is worked on in
 * lots in the background. Wanting it twice changes nothing.
 */
@Component
class Retries {

    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);

    private static final int LOT = 100;

    /** While something else goes on in a case, its ladder can't begin anew. */
    private static final Duration UNTIL_NEXT_TRY = Duration.ofHours(1);

    /** Retries are infrastructure: they count real time, also in the demo. */
    private static final Clock REAL_TIME = Clock.systemUTC();

    private final JdbcClient jdbc;
    private final ManagementService management;
    private final JourneyRestart restart;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    Retries(
            JdbcClient jdbc,
            ManagementService management,
            JourneyRestart restart,
            BusinessClock clock,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.management = management;
        this.restart = restart;
        this.clock = clock;
        this.transaction = transaction;
    }

    private record Retry(String kind, String id, boolean anew) {

        private static List<String> of(String kind, List<Retry> lot) {
            return lot.stream()
                    .filter(retry -> retry.kind.equals(kind) && !retry.anew)
                    .map(Retry::id)
                    .toList();
        }
    }

    /** All with this cause, of these creditors; says how many. */
    int want(String cause, CreditorScope scope) {
        return jdbc.sql(OpenFailures.WITH_FAILED + """
                        insert into retry as r (kind, id, anew, wanted_at)
                        select kind, id, kind = 'JOB' and exists (
                                   select 1 from act_ru_job j where j.id_ = failed.id and %s), :now
                        from failed where cause = :cause and %s
                        on conflict (kind, id) do update set anew = r.anew or excluded.anew, wanted_at = excluded.wanted_at
                            where r.wanted_at > excluded.wanted_at or excluded.anew and not r.anew""".formatted(OpenFailures.IS_OUTDATED, OpenFailures.OURS))
                .param("now", Timestamp.from(REAL_TIME.instant()))
                .param("cause", cause)
                .param("all", scope.all())
                .param("creditors", scope.idArray())
                .update();
    }

    /** All that these models may heal; of what nobody knows the cause of, any may. */
    int want(List<String> models) {
        return jdbc.sql(OpenFailures.WITH_FAILED + """
                        insert into retry as r (kind, id, anew, wanted_at)
                        select kind, id, coalesce(kind = 'JOB' and renewed_by && cast(:models as text[]), false), :now from failed
                        where coalesce(healed_by = '{}' and renewed_by = '{}', true)
                           or healed_by && cast(:models as text[]) or renewed_by && cast(:models as text[])
                        on conflict (kind, id) do update set anew = r.anew or excluded.anew, wanted_at = excluded.wanted_at""")
                .param("models", models.toArray(String[]::new))
                .param("now", Timestamp.from(REAL_TIME.instant()))
                .update();
    }

    /** Cases of which the journey is to begin anew. */
    int wantAnew(List<String> caseNumbers) {
        return jdbc.sql("""
                        insert into retry (kind, id, anew, wanted_at) select 'CASE', n, true, :now from unnest(:cases) n
                        on conflict do nothing""")
                .param("now", Timestamp.from(REAL_TIME.instant()))
                .param("cases", caseNumbers.toArray(String[]::new))
                .update();
    }

    /** A job failed for the last time: there may be a newer version of its diagrams already, which nobody will tell of again. */
    void wantAnewIfOutdated(String jobId) {
        jdbc.sql("""
                        insert into retry as r (kind, id, anew, wanted_at)
                        select 'JOB', j.id_, true, :now from act_ru_job j where j.id_ = :job and %s
                        on conflict (kind, id) do update set anew = true""".formatted(OpenFailures.IS_OUTDATED))
                .param("now", Timestamp.from(REAL_TIME.instant()))
                .param("job", jobId)
                .update();
    }

    /** Works on the next lot; false if there was none. A lot that fails is worked on one by one. */
    boolean run() {
        boolean worked;
        try {
            worked = Boolean.TRUE.equals(transaction.execute(status -> isDone()));
        } catch (RuntimeException e) {
            LOG.warn("A lot could not be tried again together: {}", e.getClass().getSimpleName());
            LOG.debug("Because", e);
            worked = oneByOne(due(false));
        }
        // each takes the locks of its case
        return oneByOne(due(true)) || worked;
    }

    private boolean isDone() {
        List<Retry> lot = jdbc.sql("""
                        delete from retry where (kind, id) in (
                            select kind, id from retry where wanted_at <= :now and not anew
                            order by wanted_at, id limit :limit for update skip locked)
                        returning kind, id, anew""")
                .param("now", Timestamp.from(REAL_TIME.instant()))
                .param("limit", LOT)
                .query(Retry.class)
                .list();
        tryAgain(lot);
        return !lot.isEmpty();
    }

    private List<Retry> due(boolean anew) {
        return jdbc.sql("""
                        select kind, id, anew from retry where wanted_at <= :now and anew = :anew
                        order by wanted_at, id limit :limit""")
                .param("now", Timestamp.from(REAL_TIME.instant()))
                .param("anew", anew)
                .param("limit", LOT)
                .query(Retry.class)
                .list();
    }

    private boolean oneByOne(List<Retry> wanted) {
        for (Retry one : wanted) {
            try {
                transaction.executeWithoutResult(status -> {
                    if (isTaken(one)) {
                        tryAgain(List.of(one));
                    }
                });
            } catch (RuntimeException e) {
                LOG.warn(
                        "{} {} could not be tried again: {}",
                        one.kind(),
                        one.id(),
                        e.getClass().getSimpleName());
                LOG.debug("Because", e);
                unlessTaken(one);
            }
        }
        return !wanted.isEmpty();
    }

    /** It stays what it is; one that nothing else would bring into its new version comes again. */
    private void unlessTaken(Retry retry) {
        transaction.executeWithoutResult(status -> {
            if (isTaken(retry) && retry.anew() && retry.kind().equals("JOB")) {
                later(retry.id());
            }
        });
    }

    private boolean isTaken(Retry retry) {
        return jdbc.sql("delete from retry where kind = :kind and id = :id")
                        .param("kind", retry.kind())
                        .param("id", retry.id())
                        .update()
                > 0;
    }

    private void tryAgain(List<Retry> lot) {
        jobs(Retry.of("JOB", lot));
        starts(Retry.of("START", lot));
        signals(Retry.of("SIGNAL", lot));
        lot.stream().filter(Retry::anew).forEach(this::beginAnew);
    }

    /** At once. */
    void now(String kind, String id) {
        transaction.executeWithoutResult(status -> {
            if (kind.equals("JOB") && isOutdated(id)) {
                beginAnew(new Retry(kind, id, true));
            } else {
                tryAgain(List.of(new Retry(kind, id, false)));
            }
        });
    }

    private boolean isOutdated(String jobId) {
        return jdbc.sql("select exists (select 1 from act_ru_job j where j.id_ = :job and retries_ = 0 and %s)"
                        .formatted(OpenFailures.IS_OUTDATED))
                .param("job", jobId)
                .query(Boolean.class)
                .single();
    }

    /** Those that still are incidents. */
    private void jobs(List<String> ids) {
        List<String> failed = ids.isEmpty()
                ? List.of()
                : jdbc.sql("select id_ from act_ru_job where id_ = any(:ids) and retries_ = 0 order by id_")
                        .param("ids", ids.toArray(String[]::new))
                        .query(String.class)
                        .list();
        if (!failed.isEmpty()) {
            management
                    .setJobRetries(1)
                    .jobIds(failed)
                    .dueDate(Date.from(clock.instant()))
                    .execute();
        }
    }

    private void starts(List<String> caseNumbers) {
        if (!caseNumbers.isEmpty()) {
            jdbc.sql("""
                            update dunning_case set next_start_at = null where id in (
                                select id from dunning_case where number = any(:cases) and journey_started_at is null
                                order by id for no key update)""").param("cases", caseNumbers.toArray(String[]::new)).update();
        }
    }

    private void signals(List<String> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("update signal set next_attempt_at = %s where id = any(:ids)".formatted(OpenFailures.WANTED_NOW))
                    .param("ids", ids.stream().map(Long::valueOf).toArray(Long[]::new))
                    .update();
        }
    }

    /** Where it can't begin anew it is at least tried again, and begins anew once nothing else goes on in its case. */
    private void beginAnew(Retry retry) {
        if (retry.kind().equals("CASE")) {
            restart.restart(retry.id());
        } else if (!caseOf(retry.id()).map(restart::renew).orElse(false)) {
            if (isOutdated(retry.id())) {
                later(retry.id());
            }
            jobs(List.of(retry.id()));
        }
    }

    private void later(String jobId) {
        jdbc.sql("""
                        insert into retry as r (kind, id, anew, wanted_at) values ('JOB', :job, true, :then)
                        on conflict (kind, id) do update set anew = true, wanted_at = greatest(r.wanted_at, excluded.wanted_at)""")
                .param("job", jobId)
                .param("then", Timestamp.from(REAL_TIME.instant().plus(UNTIL_NEXT_TRY)))
                .update();
    }

    private Optional<String> caseOf(String jobId) {
        return jdbc.sql("""
                        select p.business_key_ from act_ru_job j join act_ru_execution p on p.id_ = j.process_instance_id_
                        where j.id_ = :job and p.business_key_ is not null""").param("job", jobId).query(String.class).optional();
    }
}
