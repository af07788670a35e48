package dev.kulanz.handover;

import dev.kulanz.cases.DunningCase;
import dev.kulanz.shared.BusinessClock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the open items of a case with what they were told of. */
@Component
class Claims {

    /** A letter that was sent and did not come back, or a message whose receipt is proved. */
    private static final String PROVED =
            "((n.channel = 'LETTER' and coalesce(c.status, 'SENT') = 'SENT') or c.status = 'DELIVERED')";

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    Claims(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The open items, the oldest first. */
    List<Claim> of(DunningCase of) {
        return jdbc.sql("""
                        select i.id, i.invoice_id, i.given_instalment as instalment,
                               i.given_instalment is not null or b.instalments > 1 as part, i.invoice_date, i.due_date,
                               i.due_date_source, i.default_notice, i.kind, i.contract_id, i.contract_date, i.subject,
                               b.original_amount, b.open_amount, i.principal_is_rest,
                               coalesce(n.noticed, false) as noticed, coalesce(n.notice_proved, false) as notice_proved,
                               n.noticed_at, coalesce(n.final_noticed, false) as final_noticed,
                               coalesce(n.final_proved, false) as final_notice_proved, n.final_deadline
                        from case_item ci
                        join open_item i on i.id = ci.open_item_id
                        join item_balance b on b.id = i.id
                        left join lateral (
                            select bool_or(n.step = 'dunning-notice') as noticed,
                                   bool_or(n.step = 'dunning-notice' and %1$s) as notice_proved,
                                   min(n.told_at) filter (where n.step = 'dunning-notice') as noticed_at,
                                   bool_or(n.step = 'final-notice') as final_noticed,
                                   bool_or(n.step = 'final-notice' and %1$s) as final_proved,
                                   case when bool_or(n.step = 'final-notice') then max(n.pay_by) end as final_deadline
                            from notice_that_counts n left join contact c on c.id = n.contact_id
                            where n.open_item_id = i.id) n on true
                        where ci.case_id = :case and b.open_amount > 0 and not exists (
                            select 1 from item_block x where x.open_item_id = i.id
                            and holds_on(x.lifted_at, x.until_date, :today) and x.reason <> 'DISPUTE')
                        order by i.due_date, i.invoice_id""".formatted(PROVED))
                .param("case", of.id())
                .param("today", clock.today())
                .query(Claim.class)
                .list();
    }
}
