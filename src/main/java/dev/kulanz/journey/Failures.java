package dev.kulanz.journey;

import dev.kulanz.shared.BusinessClock;
import java.sql.Timestamp;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/** Keeps why work failed, for people and for what may heal it. */
@Component
class Failures {

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    Failures(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What failed. */
    enum Kind {
        JOB,
        START,
        SIGNAL,
        /** A case goes in a circle: found by {@link Circles}, never noted. */
        CASE
    }

    /**
     * Where it failed, and what may help.
     *
     * @param healedBy models of which a new version may help who tries again
     * @param renewedBy models of which a new version helps only if the journey begins anew: who stands in them stays in his
     *     version
     */
    record Place(@Nullable String process, @Nullable String element, Set<String> healedBy, Set<String> renewedBy) {

        static final Place UNKNOWN = new Place(null, null, Set.of(), Set.of());
    }

    void note(Kind kind, String id, Place place, Throwable failure) {
        FailureCause cause = FailureCause.of(failure);
        // a table is to blame wherever it was asked
        String where = cause.decision() == null ? "%s %s %s ".formatted(kind, place.process(), place.element()) : "";
        jdbc.sql("""
                        insert into failure as f (kind, id, process, element, decision, said, cause, healed_by, renewed_by, failed_at)
                        values (:kind, :id, :process, :element, :decision, :said, :cause, :healedBy, :renewedBy, :now)
                        on conflict (kind, id) do update set process = excluded.process, element = excluded.element,
                            decision = excluded.decision, said = excluded.said, cause = excluded.cause,
                            healed_by = excluded.healed_by, renewed_by = excluded.renewed_by,
                            failed_at = case when f.cause = excluded.cause then f.failed_at else excluded.failed_at end""")
                .param("kind", kind.name())
                .param("id", id)
                .param("process", place.process())
                .param("element", place.element())
                .param("decision", cause.decision())
                .param("said", cause.said())
                .param(
                        "cause",
                        DigestUtils.md5DigestAsHex(
                                (where + cause.sort()).getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .param("healedBy", place.healedBy().toArray(String[]::new))
                .param("renewedBy", place.renewedBy().toArray(String[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** It waits, and does not fail any more. */
    void forget(Kind kind, String id) {
        jdbc.sql("delete from failure where kind = :kind and id = :id")
                .param("kind", kind.name())
                .param("id", id)
                .update();
    }

    /** Lets go of what goes on again. */
    void forget() {
        jdbc.sql("""
                        delete from failure f
                        where not exists (select 1 from act_ru_incident i where f.kind = 'JOB' and i.configuration_ = f.id)
                          and not exists (
                            select 1 from dunning_case k
                            where f.kind = 'START' and k.number = f.id and k.start_attempts > 0)
                          and not exists (select 1 from signal s where f.kind = 'SIGNAL' and s.id::text = f.id)""").update();
    }
}
