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

    /**
     * What the debtor is asked for: the overdue items of the case that are open and not blocked themselves. One that he
     * has not been told of yet waits for the days that the creditor gives before the first contact.
     */
    public List<ItemBalance> demandable(DunningCase of) {
        return jdbc.sql("""
                        select b.* from case_item ci
                        join item_balance b on b.id = ci.open_item_id
                        join dunning_case k on k.id = ci.case_id
                        join creditor c on c.id = k.creditor_id
                        where ci.case_id = :case and b.open_amount > 0 and b.due_date < :today
                          and (b.due_date + c.first_contact_days <= :today
                               or exists (select 1 from notice n
                                          where n.open_item_id = b.id and n.case_id = k.id and n.round = k.round))
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

    /** Whether the debtor was told of any of these items in the present round. */
    public boolean wasToldOf(DunningCase of, List<ItemBalance> items) {
        return jdbc.sql("""
                        select exists (select 1 from notice where case_id = :case and round = :round
                                       and open_item_id = any(:items))""")
                .param("case", of.id())
                .param("round", of.round())
                .param("items", items.stream().map(ItemBalance::id).toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }
}
