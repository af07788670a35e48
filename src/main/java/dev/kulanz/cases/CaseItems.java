package dev.kulanz.cases;

import dev.kulanz.receivables.ItemBalance;
import dev.kulanz.shared.BusinessClock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The items of cases with their balances, the oldest due date first. */
@Component
public class CaseItems {

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    CaseItems(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All items of a case, also paid ones. */
    public List<ItemBalance> all(UUID caseId) {
        return jdbc.sql("""
                        select b.* from case_item ci join item_balance b on b.id = ci.open_item_id
                        where ci.case_id = :case order by b.due_date, b.invoice_id""").param("case", caseId).query(ItemBalance.class).list();
    }

    /** What the debtor is asked for: the overdue items of the case that are open and not blocked themselves. */
    public List<ItemBalance> demandable(DunningCase of) {
        return jdbc.sql("""
                        select b.* from case_item ci join item_balance b on b.id = ci.open_item_id
                        where ci.case_id = :case and b.open_amount > 0 and b.due_date < :today
                          and not exists (
                            select 1 from block x
                            where x.case_id = ci.case_id and x.open_item_id = ci.open_item_id
                              and x.lifted_at is null and (x.until_date is null or x.until_date >= :today))
                        order by b.due_date, b.invoice_id""")
                .param("case", of.id())
                .param("today", clock.today())
                .query(ItemBalance.class)
                .list();
    }
}
