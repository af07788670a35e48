package dev.kulanz.handover;

import dev.kulanz.cases.DunningCase;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.Ids;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of hand-overs. */
@Component
class HandoverTable {

    private static final String COLUMNS = """
            select id, case_id, case_number, creditor_id, round, attempt, status, amount, currency, released_by, released_at,
                   comment, confirmed_by, confirmed_at, transmitted_at, receipt, agency_reference, answered_at, answer_reason
            from handover""";

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    HandoverTable(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Handover insert(DunningCase of, Handover.Status status, BigDecimal amount, String by, @Nullable String comment) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into handover (id, case_id, case_number, creditor_id, round, attempt, status, amount, currency,
                                              released_by, released_at, comment)
                        select :id, :case, :number, :creditor, :round, count(*) + 1, :status, :amount, :currency,
                               :by, :now, :comment
                        from handover where case_id = :case and round = :round""")
                .param("id", id)
                .param("case", of.id())
                .param("number", of.number())
                .param("creditor", of.creditorId())
                .param("round", of.round())
                .param("status", status.name())
                .param("amount", amount)
                .param("currency", of.currency())
                .param("by", by)
                .param("now", now())
                .param("comment", comment)
                .update();
        return get(id);
    }

    Handover get(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id")
                .param("id", id)
                .query(Handover.class)
                .single();
    }

    /** All hand-overs of a case, the latest first. */
    List<Handover> ofCase(UUID caseId) {
        return jdbc.sql(COLUMNS + " where case_id = :case order by round desc, attempt desc")
                .param("case", caseId)
                .query(Handover.class)
                .list();
    }

    Optional<Handover> latest(UUID caseId) {
        return ofCase(caseId).stream().findFirst();
    }

    /** @return whether it stood where it was thought to stand, and moved on */
    boolean move(Handover of, Handover.Status to) {
        return jdbc.sql("update handover set status = :to where id = :id and status = :from")
                        .param("to", to.name())
                        .param("id", of.id())
                        .param("from", of.status().name())
                        .update()
                == 1;
    }

    void confirmed(Handover of, String by) {
        jdbc.sql("update handover set status = 'RELEASED', confirmed_by = :by, confirmed_at = :now where id = :id")
                .param("by", by)
                .param("now", now())
                .param("id", of.id())
                .update();
    }

    void answered(Handover of, Handover.Status to, @Nullable String reason, @Nullable String reference) {
        jdbc.sql("""
                        update handover set status = :to, answered_at = :now, answer_reason = :reason,
                            agency_reference = coalesce(:reference, agency_reference) where id = :id""")
                .param("to", to.name())
                .param("now", now())
                .param("reason", reason)
                .param("reference", reference)
                .param("id", of.id())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
