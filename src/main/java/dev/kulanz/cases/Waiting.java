package dev.kulanz.cases;

import dev.kulanz.journal.Journal;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cases that wait for more: what is open in them is too little to be asked for. */
@Component
public class Waiting {

    private final JdbcClient jdbc;
    private final CaseTerms terms;
    private final Journal journal;

    Waiting(JdbcClient jdbc, CaseTerms terms, Journal journal) {
        this.jdbc = jdbc;
        this.terms = terms;
        this.journal = journal;
    }

    /** How much must be open in each of these cases before anything is asked for; those in which enough is open are absent. */
    @Transactional(readOnly = true)
    public Map<UUID, BigDecimal> of(Collection<UUID> caseIds) {
        Map<UUID, BigDecimal> needed = new HashMap<>();
        jdbc.sql("select case_id, needed from case_waiting where case_id = any(:cases)")
                .param("cases", caseIds.toArray(UUID[]::new))
                .query((ResultSet row) -> {
                    needed.put(row.getObject("case_id", UUID.class), row.getBigDecimal("needed"));
                });
        return needed;
    }

    public Optional<BigDecimal> of(DunningCase of) {
        return Optional.ofNullable(of(List.of(of.id())).get(of.id()));
    }

    /**
     * A step can't be taken before so much is open, or it can (null). The caller holds the case's lock.
     *
     * @param step as its diagram names it
     */
    @Transactional
    public void note(DunningCase of, String step, @Nullable BigDecimal needed) {
        if (terms.isBeforeTerms(of)) {
            return;
        }
        int changed = jdbc.sql(
                        "update dunning_case set waits_for = :needed where id = :id and waits_for is distinct from :needed")
                .param("needed", needed)
                .param("id", of.id())
                .update();
        if (changed > 0 && needed != null) {
            journal.record(Cases.inCase("WaitsForMore", of)
                    .with("step", step)
                    .with("amount", needed)
                    .with("currency", of.currency()));
        }
    }
}
