-- Whether a case waits is asked of a few at a time; of which cases it has to be asked, by who wants them all. Before, all of those
-- were looked up for each page of a list.
create or replace view case_waiting as
    select k.id as case_id, k.number, k.creditor_id, greatest(l.demand, k.waits_for) as needed
    from dunning_case k
    join case_limits l on l.case_id = k.id
    join case_owes o on o.case_id = k.id
    where k.status = 'OPEN' and k.terms_id is not null
      and o.amount > 0 and o.amount < greatest(l.demand, k.waits_for);

-- No other case can wait; each once.
create view case_that_may_wait as
    select id as case_id from dunning_case where waits_for is not null
    union all
    select o.case_id from case_owes o join dunning_case k on k.id = o.case_id and k.waits_for is null
    where o.amount > 0 and o.amount < (select max(demand) from creditor_limits);
