package dev.kulanz.simulation;

import java.util.List;

/** What must be true of every contact that went out, or may have gone out. */
final class ContactRules {

    private static final String DEMANDS = """
            with demand as (
                select c.*, k.debtor_id, c.case_number as number from contact c join dunning_case k on k.id = c.case_id
                where c.creditor_id = :creditor and c.purpose = 'DEMAND' and c.composed_at is not null
                  and c.status in ('SENT', 'DELIVERED', 'UNKNOWN', 'SENDING'))
            """;

    /** Whatever was written to a person for whom something held. */
    private static final String WRITTEN = """
            select c.case_number, m.moment::text, c.step || ' while ' || s.reason || ' since ' || s.since from contact c
            join dunning_case k on k.id = c.case_id join debtor p on p.id = k.debtor_id
            cross join lateral (select coalesce(c.composed_at, c.sent_at) as moment) m
                    """ + PersonsRecord.HELD + """
             where c.creditor_id = :creditor and c.status in ('SENT', 'DELIVERED', 'UNKNOWN', 'SENDING')""";

    static final List<Rule> ALL = List.of(
            new Rule("2 nothing is demanded once the case is over", DEMANDS + """
                    select d.number, d.composed_at::text, d.step from demand d
                    cross join lateral (
                        select j.kind from journal j where j.case_number = d.number and j.happened_at <= d.composed_at
                          and j.kind in ('CaseOpened', 'CaseReopened', 'CaseTakenBack', 'CaseSettled', 'CaseHandedOver', 'CaseWrittenOff')
                        order by j.happened_at desc, j.id desc limit 1) last
                    where last.kind not in ('CaseOpened', 'CaseReopened', 'CaseTakenBack')"""),
            new Rule("2 nothing is demanded while the case is blocked", DEMANDS + """
                    select d.number, d.composed_at::text, d.step || ' while ' || b.reason || ' from ' || b.from_at from demand d
                    join case_block b on b.case_id = d.case_id and b.open_item_id is null and b.from_at <= d.composed_at
                     and (b.lifted_at is null or b.lifted_at > d.composed_at)
                     and (b.until_date is null or b.until_date >= (d.composed_at at time zone :zone)::date)
                    where not (d.channel = 'VOICE' and b.source = 'CALL' and b.from_at = d.composed_at)"""),
            new Rule(
                    "2 nothing is demanded of a person in one case for whom it was said in another",
                    DEMANDS + """
                    select d.number, m.moment::text, d.step || ' while ' || s.reason || ' since ' || s.since from demand d
                    join debtor p on p.id = d.debtor_id cross join lateral (select d.composed_at as moment) m
                    """ + PersonsRecord.HELD),
            new Rule("2 nobody writes to the dead, to minors, and to who does not want it", WRITTEN + """
                     and s.reason in ('DECEASED', 'MINOR', 'MANUAL')"""),
            new Rule(
                    "2 in the place of the represented his representative is written to, or nobody",
                    WRITTEN + """
                     and s.reason = 'REPRESENTED' and c.recipient is distinct from '%s'""".formatted(Life.REPRESENTATIVE)),
            new Rule("2 no blocked item is demanded", DEMANDS + """
                    select d.number, d.composed_at::text, d.step || ' ' || i.invoice_id from demand d
                    join contact_item ci on ci.contact_id = d.id join open_item i on i.id = ci.open_item_id
                    join block b on b.case_id = d.case_id and b.open_item_id = i.id and b.from_at <= d.composed_at
                     and (b.lifted_at is null or b.lifted_at > d.composed_at)
                     and (b.until_date is null or b.until_date >= (d.composed_at at time zone :zone)::date)"""),
            new Rule("2 no paid item is demanded", DEMANDS + """
                    select d.number, d.composed_at::text, d.step || ' ' || i.invoice_id from demand d
                    join contact_item ci on ci.contact_id = d.id join open_item i on i.id = ci.open_item_id
                    where (select coalesce(sum(e.amount), 0) from ledger_entry e
                           where e.open_item_id = i.id and e.booked_at <= d.composed_at) <= 0"""),
            new Rule("2 each demand is about something that is overdue", DEMANDS + """
                    select d.number, d.composed_at::text, d.step from demand d
                    where not exists (select 1 from contact_item ci where ci.contact_id = d.id)
                       or exists (select 1 from contact_item ci join open_item i on i.id = ci.open_item_id
                                  where ci.contact_id = d.id and %s >= (d.composed_at at time zone :zone)::date)""".formatted(DueDates.THEN)),
            new Rule("2 nothing is demanded below the creditor's limits", DEMANDS + """
                    select d.number, d.composed_at::text, d.step || ' ' || d.channel || ' ' || d.demanded_amount from demand d
                    join case_limits l on l.case_id = d.case_id
                    where d.demanded_amount < case when d.channel in ('LETTER', 'VOICE') then greatest(l.demand, l.letter_or_call)
                                                   else l.demand end"""),
            new Rule("4 one demand a person a day", DEMANDS + """
                    select min(number), day::text, string_agg(number || ' ' || step, ', ')
                    from (select d.*, (d.composed_at at time zone :zone)::date as day from demand d) t
                    group by debtor_id, day having count(*) > 1"""),
            new Rule("4 three demands a person in seven days", DEMANDS + """
                    select number, composed_at::text, step from (
                        select d.*, lag(d.composed_at, 3) over (partition by d.debtor_id order by d.composed_at) as third_before
                        from demand d) t where third_before > composed_at - interval '7 days'"""),
            new Rule("4 nothing goes out at night or on Sundays", """
                    select c.case_number, c.sent_at::text, c.step || ' ' || c.channel from contact c
                    where c.creditor_id = :creditor and c.sent_at is not null
                      and ((c.sent_at at time zone :zone)::time not between '08:00' and '20:00'
                           or extract(isodow from c.sent_at at time zone :zone) = 7)"""),
            new Rule("5 what is demanded is what is open at that moment", DEMANDS + """
                    select d.number, d.composed_at::text, d.step || ' ' || d.demanded_amount || ' of ' || s.open from demand d
                    cross join lateral (
                        select sum(e.amount) as open from contact_item ci join ledger_entry e on e.open_item_id = ci.open_item_id
                        where ci.contact_id = d.id and e.booked_at <= d.composed_at) s
                    where d.demanded_amount is distinct from s.open"""),
            new Rule("6 no contact twice", """
                    select c.case_number, max(c.sent_at)::text, c.step || ' ' || c.occasion || ' ' || c.channel || ' ' || count(*) from contact c
                    where c.creditor_id = :creditor
                    group by c.case_number, c.round, c.occasion, c.step, c.channel, c.attempt having count(*) > 1"""),
            new Rule("6 no message of an occasion twice", """
                    select c.case_number, max(c.sent_at)::text, c.step || ' ' || c.occasion || ' ' || count(*) from contact c
                    where c.creditor_id = :creditor and c.occasion <> '' and c.channel <> 'VOICE'
                      and c.status in ('SENT', 'DELIVERED', 'UNKNOWN')
                    group by c.case_number, c.round, c.occasion, c.step having count(*) > 1"""),
            new Rule(
                    "8 no notice is skipped: each item had the ones before the one that it is told of",
                    DEMANDS + """
                    select d.number, d.composed_at::text, o.step || ' of ' || o.invoice_id || ' after ' || n.notices || ' notices' from demand d
                    cross join lateral (
                        select j.facts ->> 'journey' as ladder from journal j
                        where j.case_number = d.number and j.kind = 'JourneyStarted' and j.happened_at <= d.composed_at
                        order by j.id desc limit 1) k
                    cross join lateral (
                        select i.id, i.invoice_id, %1$s as due, ci.step from contact_item ci
                        join open_item i on i.id = ci.open_item_id where ci.contact_id = d.id) o
                    cross join lateral (
                        select count(*) as notices from notice n where n.open_item_id = o.id and n.told_at < d.composed_at
                          and (n.told_at at time zone :zone)::date > o.due
                          and n.step in ('friendly-reminder', 'second-reminder', 'dunning-notice', 'final-notice')) n
                    where not exists (select 1 from running_item r where r.open_item_id = o.id) -- others told of it, how often is not known
                      and n.notices < case o.step when 'second-reminder' then 1
                        when 'dunning-notice' then case k.ladder when 'business-journey' then 1 else 2 end
                        when 'final-notice' then case k.ladder when 'business-journey' then 2 else 3 end else 0 end""".formatted(DueDates.THEN)),
            new Rule("8 the oldest item is told of the step of its message", DEMANDS + """
                    select d.number, d.composed_at::text, d.step || ', but ' || o.step || ' of ' || o.invoice_id from demand d
                    cross join lateral (
                        select i.invoice_id, ci.step from contact_item ci join open_item i on i.id = ci.open_item_id
                        where ci.contact_id = d.id order by %1$s, i.invoice_id limit 1) o
                    where o.step <> d.step""".formatted(DueDates.THEN)),
            new Rule(
                    "8 what is written of for the first time is said to be so", DEMANDS + """
                    select d.number, d.composed_at::text, d.step || ' of ' || i.invoice_id from demand d
                    join contact_item ci on ci.contact_id = d.id join open_item i on i.id = ci.open_item_id
                    where d.channel <> 'VOICE' and d.step <> 'friendly-reminder'
                      and not exists (select 1 from notice n where n.open_item_id = i.id and n.told_at < d.composed_at
                                      and (n.told_at at time zone :zone)::date > %1$s)
                      and d.body_text !~ 'zum ersten Mal|for the first time'""".formatted(DueDates.THEN)),
            new Rule(
                    "8 nothing is said of an earlier message where all is new", DEMANDS + """
                    select d.number, d.composed_at::text, d.step from demand d
                    where d.channel <> 'VOICE'
                      and d.body_text ~ 'letzten? Nachricht|schon einmal|(?<!gut)geschrieben|gemahnt|last message|written to you|zugesagt'
                      and not exists (select 1 from contact_item ci join open_item i on i.id = ci.open_item_id
                                      join notice n on n.open_item_id = i.id and n.told_at < d.composed_at
                                       and (n.told_at at time zone :zone)::date > %1$s
                                      where ci.contact_id = d.id)""".formatted(DueDates.THEN)),
            new Rule(
                    "3 time that was given is kept, also when the due date moves",
                    DEMANDS + """
                    select d.number, d.composed_at::text, d.step || ' of ' || i.invoice_id || ', given ' || g.day from demand d
                    join contact_item ci on ci.contact_id = d.id join open_item i on i.id = ci.open_item_id
                    cross join lateral (select max(n.pay_by) as day from notice n
                                        where n.open_item_id = i.id and n.told_at < d.composed_at) g
                    where g.day >= (d.composed_at at time zone :zone)::date
                      and not exists (select 1 from notice n where n.open_item_id = i.id and n.told_at < d.composed_at
                                      and (n.told_at at time zone :zone)::date > %1$s)""".formatted(DueDates.THEN)),
            new Rule("6 at most two promises a case", """
                    select k.number, null, count(*)::text from dunning_case k join promise p on p.case_id = k.id and p.status <> 'WITHDRAWN'
                    where k.creditor_id = :creditor group by k.number having count(*) > 2"""),
            new Rule("6 each promise is concluded once", """
                    select p.case_number, p.made_at::text, p.status || ', told ' || count(j.id) || ' times' from promise p
                    join dunning_case k on k.id = p.case_id
                    left join journal j on j.case_number = p.case_number and j.facts ->> 'promise' = p.id::text
                      and j.kind in ('PromiseKept', 'PromisePartlyKept', 'PromiseBroken', 'PromiseReplaced', 'PromiseLapsed',
                                     'PromiseWithdrawn')
                    where k.creditor_id = :creditor group by p.id, p.case_number, p.made_at, p.status
                    having count(j.id) <> case p.status when 'OPEN' then 0 else 1 end"""),
            new Rule("9 no personal data in the engine's history", """
                    select p.business_key_, v.create_time_::text, v.name_ from act_hi_varinst v
                    join act_hi_procinst p on p.id_ = v.proc_inst_id_
                    where p.tenant_id_ = :creditor and (v.text_ like '%@%' or v.text_ ilike '%quitte%' or v.text_ ilike '%quitten%')"""),
            new Rule("9 no personal data in process variables", """
                    select p.business_key_, null, v.name_ from act_ru_variable v
                    join act_ru_execution p on p.id_ = v.proc_inst_id_
                    where p.tenant_id_ = :creditor and v.task_id_ is null and (v.text_ like '%@%' or v.text_ ilike '%quitte%')"""));

    private ContactRules() {}
}
