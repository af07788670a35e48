-- Few cases have too little open to be asked for: looked for by what they owe.
create or replace view case_waiting as
    select k.id as case_id, k.number, k.creditor_id, greatest(l.demand, k.waits_for) as needed
    from dunning_case k
    join case_limits l on l.case_id = k.id
    join case_owes o on o.case_id = k.id
    where k.status = 'OPEN' and k.terms_id is not null
      and o.amount > 0 and o.amount < greatest(l.demand, k.waits_for)
      and k.id in (
          select case_id from case_owes where amount > 0 and amount < (select max(demand) from creditor_limits)
          union all
          select id from dunning_case where waits_for is not null);
create index case_that_waits on dunning_case (id) where waits_for is not null;

-- Lists of cases, the latest first: ids are in the order in which cases were opened.
drop index case_by_opening;
create index case_by_status on dunning_case (status, id);
create index case_by_step on dunning_case ((coalesce(step, 'none')), id);
create index case_by_creditor on dunning_case (creditor_id, id);
create index case_of_debtor on dunning_case (debtor_id, id);
drop index case_by_debtor;
create index block_that_holds on block (case_id) include (until_date, reason) where open_item_id is null and lifted_at is null;

create index promise_not_kept on promise (case_id) where status in ('BROKEN', 'PARTLY_KEPT');

-- Pages of the outbox by status, the latest first; and by recipient and subject.
create index contact_by_status on contact (status, (coalesce(sent_at, planned_at)) desc, seq desc);
do $$
declare
    place text := (select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm');
begin
    if place is not null then
        execute format(
            'create index contact_by_words on contact using gin ((lower(coalesce(recipient, '''') || '' '' || coalesce(subject, ''''))) %I.gin_trgm_ops)',
            place);
    end if;
end $$;
