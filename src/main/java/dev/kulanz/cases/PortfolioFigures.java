package dev.kulanz.cases;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.shared.BusinessClock;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The portfolio at a glance: a few statements over sets, whatever its size. Amounts in major units. */
@Component
@Transactional(readOnly = true)
public class PortfolioFigures {

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    PortfolioFigures(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many cases are open, how many of them are blocked as a whole, and in how many too little is open to be asked for. */
    public record Counts(long open, long blocked, long waiting) {}

    /**
     * How many open cases stand at a step.
     *
     * @param step the last step taken; null: none yet
     */
    public record AtStep(@Nullable String step, long cases) {}

    /**
     * What is open and for how long it has been overdue.
     *
     * @param bucket 0: 1 to 30 days, 1: 31 to 60, 2: 61 to 90, 3: 91 to 120, 4: more
     */
    public record Aged(String currency, int bucket, BigDecimal amount, long items) {}

    public Counts counts(CreditorScope scope) {
        return in(scope, """
                        select count(*) as open,
                               (select count(*) from dunning_case k
                                where k.status = 'OPEN' and (:all or k.creditor_id = any(:creditors))
                                  and k.id in (select b.case_id from case_block b where b.open_item_id is null
                                               and holds_on(b.lifted_at, b.until_date, :today))) as blocked,
                               (select count(*) from case_that_may_wait m join case_waiting w using (case_id)
                                where :all or w.creditor_id = any(:creditors)) as waiting
                        from dunning_case k
                        where k.status = 'OPEN' and (:all or k.creditor_id = any(:creditors))""").param("today", clock.today()).query(Counts.class).single();
    }

    public List<AtStep> steps(CreditorScope scope) {
        return in(scope, """
                        select step, count(*) as cases from dunning_case
                        where status = 'OPEN' and (:all or creditor_id = any(:creditors))
                        group by step order by count(*) desc, step""").query(AtStep.class).list();
    }

    /** By currency and age; what is open but not overdue is left out. */
    public List<Aged> ageing(CreditorScope scope) {
        return in(scope, """
                        select k.currency, least((:today::date - i.due_date - 1) / 30, 4) as bucket,
                               sum(b.open_amount) as amount, count(*) as items
                        from dunning_case k
                        join case_item ci on ci.case_id = k.id
                        join open_item i on i.id = ci.open_item_id and i.due_date < :today
                        join (select e.open_item_id, sum(e.amount) as open_amount from ledger_entry e
                              group by e.open_item_id having sum(e.amount) > 0) b on b.open_item_id = i.id
                        where k.status = 'OPEN' and (:all or k.creditor_id = any(:creditors))
                        group by 1, 2 order by 1, 2""").param("today", clock.today()).query(Aged.class).list();
    }

    private JdbcClient.StatementSpec in(CreditorScope scope, String sql) {
        return jdbc.sql(sql).param("all", scope.all()).param("creditors", scope.idArray());
    }
}
