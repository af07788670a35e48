package dev.kulanz.cases;

import dev.kulanz.shared.BusinessClock;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps where cases stood from when on. Whoever changes status or step of a case records it in the same transaction, after
 * the change; {@link StockAndFlow} is counted from it.
 */
@Component
class CaseMoves {

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    CaseMoves(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void record(DunningCase of) {
        record(List.of(of.id()));
    }

    /** Where these cases stand now; one that stands where it stood is left out. */
    void record(Collection<UUID> caseIds) {
        jdbc.sql("""
                        insert into case_move (case_id, status, step, moved_at)
                        select k.id, k.status, k.step, :now
                        from dunning_case k
                        left join lateral (
                            select m.status, m.step from case_move m where m.case_id = k.id order by m.id desc limit 1) last
                          on true
                        where k.id = any(:cases)
                          and (last.status is distinct from k.status or last.step is distinct from k.step)
                        order by k.number""")
                .param("now", Timestamp.from(clock.instant()))
                .param("cases", caseIds.toArray(UUID[]::new))
                .update();
    }
}
