package dev.kulanz.simulation;

import dev.kulanz.shared.BusinessClock;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must hold at the end of each day: every open case goes on by itself or waits for a person, closed ones rest. */
final class DailyCheck {

    private static final String LEAVES = """
            with mine as (select k.* from dunning_case k where k.creditor_id = :creditor),
            leaf as (
                select p.business_key_ as number, d.key_ as ladder, e.id_ as id, e.act_id_ as element
                from act_ru_execution e
                join act_ru_execution i on i.id_ = e.proc_inst_id_
                join act_ru_execution p on p.id_ = i.root_proc_inst_id_
                join act_re_procdef d on d.id_ = p.proc_def_id_
                join mine on mine.number = p.business_key_
                where e.act_id_ is not null
                  and not exists (select 1 from act_ru_execution c where c.parent_id_ = e.id_)
                  and not exists (select 1 from act_ru_execution s where s.super_exec_ = e.id_))
            """;

    private static final List<Rule> RULES = List.of(
            new Rule("1 an open case has begun its journey", """
                    select k.number, k.opened_at::text as at, 'no journey' as what from dunning_case k
                    where k.creditor_id = :creditor and k.status = 'OPEN' and k.journey_started_at is null"""),
            new Rule("1 an open case waits at exactly one place of its ladder", LEAVES + """
                    select m.number, null as at, count(leaf.id) || ' places: ' || coalesce(string_agg(leaf.element, ', '), '-')
                    from mine m left join leaf on leaf.number = m.number and leaf.ladder <> 'promise-follow-up'
                    where m.status = 'OPEN' group by m.number having count(leaf.id) <> 1"""),
            new Rule("1 something wakes the ladder: a task, a due job or a contact under way", LEAVES + """
                    select leaf.number, null as at, leaf.ladder || ' sleeps at ' || leaf.element from leaf
                    where not exists (select 1 from act_ru_task t where t.execution_id_ = leaf.id)
                      and not exists (select 1 from act_ru_job j where j.execution_id_ = leaf.id)
                      and not exists (
                        select 1 from contact c where c.case_number = leaf.number and c.purpose = 'DEMAND' and c.status = 'PLANNED'
                          and exists (select 1 from act_ru_event_subscr s
                                      where s.execution_id_ = leaf.id and s.event_name_ = 'ContactConcluded'))"""),
            new Rule("1 a planned demand is waited for, and is the only one", LEAVES + """
                    select c.case_number, min(c.not_before)::text as at, string_agg(c.step, ', ') from contact c
                    where c.creditor_id = :creditor and c.status = 'PLANNED' and c.purpose = 'DEMAND'
                    group by c.case_number
                    having count(*) > 1 or not exists (
                        select 1 from leaf join act_ru_event_subscr s on s.execution_id_ = leaf.id
                        where leaf.number = c.case_number and s.event_name_ = 'ContactConcluded')"""),
            new Rule("1 a case that is over has no instance, but for the wait for the agency's answer", """
                    select k.number, k.settled_at::text as at, d.key_ from dunning_case k
                    join act_ru_execution p on p.business_key_ = k.number
                    join act_re_procdef d on d.id_ = p.proc_def_id_
                    where k.creditor_id = :creditor and k.status <> 'OPEN' and not (
                        k.status = 'HANDED_OVER' and d.key_ <> 'promise-follow-up' and exists (
                            select 1 from handover h where h.case_id = k.id and h.status in ('TRANSMITTING', 'TRANSMITTED')))"""),
            new Rule("1 a case that is over has no planned demand", """
                    select k.number, k.settled_at::text as at, c.step from dunning_case k
                    join contact c on c.case_id = k.id and c.status = 'PLANNED' and c.purpose = 'DEMAND'
                    where k.creditor_id = :creditor and k.status <> 'OPEN'"""),
            new Rule("1 each open promise is followed up once, and no other", """
                    select k.number, null as at, count(distinct o.id) || ' open, ' || count(distinct p.id_) || ' followed up'
                    from dunning_case k
                    left join promise o on o.case_id = k.id and o.status = 'OPEN'
                    left join (act_ru_execution p join act_re_procdef d on d.id_ = p.proc_def_id_
                               and d.key_ = 'promise-follow-up') on p.business_key_ = k.number and p.parent_id_ is null
                    where k.creditor_id = :creditor
                    group by k.number having count(distinct o.id) <> count(distinct p.id_)"""),
            new Rule("1 no case is open with nothing owed, none is settled while something is", """
                    select k.number, null as at, k.status || ' with ' || sum(greatest(b.open_amount, 0)) from dunning_case k
                    join case_item ci on ci.case_id = k.id join item_balance b on b.id = ci.open_item_id
                    where k.creditor_id = :creditor
                      and not (k.status <> 'OPEN' and exists (
                        select 1 from dunning_case o where o.account_id = k.account_id and o.status = 'OPEN'))
                    group by k.number, k.status
                    having case k.status when 'OPEN' then sum(greatest(b.open_amount, 0)) = 0
                        when 'SETTLED' then sum(b.open_amount) filter (where b.open_amount > 0 and b.due_date < :today) > 0
                        else false end"""),
            new Rule("1 whatever is overdue has a case", """
                    select null as number, i.due_date::text as at, i.invoice_id from open_item i
                    join item_balance b on b.id = i.id
                    where i.creditor_id = :creditor and i.due_date < :today and b.open_amount > 0 and not exists (
                        select 1 from case_item ci join dunning_case k on k.id = ci.case_id and k.status <> 'SETTLED'
                        where ci.open_item_id = i.id)
                      and not exists (
                        select 1 from item_hold h where h.open_item_id = i.id
                        and (h.lifted_at is null or h.lifted_at > :now::timestamptz - interval '1 day'))
                      and not exists ( -- comes to a case with the sweep of the next morning
                        select 1 from ledger_entry e where e.open_item_id = i.id and e.booked_at > :now::timestamptz - interval '1 day')
                      and not exists ( -- as does what is left when the agency takes the rest
                        select 1 from journal j join dunning_case k on k.number = j.case_number
                        where k.account_id = i.account_id and j.kind = 'CaseHandedOver'
                          and j.happened_at > :now::timestamptz - interval '1 day')"""),
            new Rule("7 no job is late or has failed", """
                    select p.business_key_ as number, j.duedate_::text as at, coalesce(j.exception_msg_, 'late')
                    from act_ru_job j join act_ru_execution p on p.id_ = j.process_instance_id_
                    where p.tenant_id_ = :creditor and (j.exception_msg_ is not null or j.retries_ < 1
                      or j.duedate_ at time zone current_setting('TimeZone') < :now)"""),
            new Rule("7 no incident", """
                    select p.business_key_ as number, null as at, i.incident_msg_
                    from act_ru_incident i join act_ru_execution p on p.id_ = i.proc_inst_id_
                    where p.tenant_id_ = :creditor"""),
            new Rule("7 every signal was delivered", """
                    select s.case_number, null as at, s.message || ' tried ' || s.attempts || ': ' || s.last_error from signal s
                    join dunning_case k on k.number = s.case_number where k.creditor_id = :creditor"""),
            new Rule("7 nobody wonders whether a message went out", """
                    select c.case_number, c.planned_at::text as at, c.step || ' ' || c.status from contact c
                    where c.creditor_id = :creditor and c.status in ('UNKNOWN', 'SENDING')"""),
            new Rule("7 no message is late", """
                    select c.case_number, c.not_before::text as at, c.step || ' ' || c.reason from contact c
                    where c.creditor_id = :creditor and c.status = 'PLANNED' and c.not_before < :now"""),
            new Rule("9 at most eight variables an instance", """
                    select p.business_key_ as number, null as at, string_agg(distinct v.name_, ', ')
                    from act_ru_variable v join act_ru_execution p on p.id_ = v.proc_inst_id_
                    where p.tenant_id_ = :creditor and v.task_id_ is null
                    group by p.id_, p.business_key_ having count(distinct v.name_) > 8"""));

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final String creditorId;

    DailyCheck(JdbcClient jdbc, BusinessClock clock, String creditorId) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.creditorId = creditorId;
    }

    List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        for (Rule rule : RULES) {
            found.addAll(jdbc.sql(rule.sql())
                    .param("creditor", creditorId)
                    .param("today", clock.today())
                    .param("now", Timestamp.from(clock.instant()))
                    .query((row, index) -> new Violation(
                            rule.name(), row.getString(1), row.getString(2), clock.today() + ": " + row.getString(3)))
                    .list());
        }
        return found;
    }
}
