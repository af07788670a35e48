-- What a creditor wants of our dunning from a day on. Rows are never changed: a case keeps those that held when its round began.
create table creditor_terms (
    id                      bigint generated always as identity primary key,
    creditor_id             text not null references creditor,
    holds_from              date,                     -- null: from the beginning
    set_at                  timestamptz not null,
    first_contact_bank_days int not null check (first_contact_bank_days between 0 and 10) -- after the due date
);
create index creditor_terms_by_creditor on creditor_terms (creditor_id, holds_from);
create trigger creditor_terms_stay before update or delete on creditor_terms
    for each row execute function refuse_change();

-- Below these nothing is demanded, in major units of the currency; '*' stands for every currency that is not named.
create table creditor_limits (
    terms_id       bigint not null references creditor_terms,
    currency       text not null check (currency = '*' or currency ~ '^[A-Z]{3}$'),
    demand         numeric(14, 2) not null check (demand >= 0),
    letter_or_call numeric(14, 2) not null check (letter_or_call >= 0),
    handover       numeric(14, 2) not null check (handover >= 0),
    goodwill       numeric(14, 2) not null check (goodwill >= 0),
    primary key (terms_id, currency)
);
create trigger creditor_limits_stay before update or delete on creditor_limits
    for each row execute function refuse_change();

-- The creditors that are here get the usual terms. Their cases name none and go on as was announced to their debtors.
insert into creditor_terms (creditor_id, set_at, first_contact_bank_days) select id, updated_at, 3 from creditor;
insert into creditor_limits (terms_id, currency, demand, letter_or_call, handover, goodwill)
    select id, '*', 3, 15, 50, 1 from creditor_terms;

create function terms_in_force(creditor text, day date) returns bigint
    language sql stable return (
        select t.id from creditor_terms t
        where t.creditor_id = creditor and (t.holds_from is null or t.holds_from <= day)
        order by t.holds_from desc nulls last, t.id desc limit 1);

alter table dunning_case
    add column terms_id bigint references creditor_terms,  -- those of its round; null: it ran before there were any
    add column waits_for numeric(14, 2);                   -- so much must be open before its step can be taken; null: it can

-- The limits that hold for each case; zero: none.
create view case_limits as
    select k.id as case_id, coalesce(l.demand, 0) as demand, coalesce(l.letter_or_call, 0) as letter_or_call,
           coalesce(l.handover, 0) as handover, coalesce(l.goodwill, 0) as goodwill
    from dunning_case k
    left join lateral (
        select * from creditor_limits c where c.terms_id = k.terms_id and c.currency in (k.currency, '*')
        order by c.currency = '*' limit 1) l on true;

-- Open cases in which too little is open for anything to be asked for.
create view case_waiting as
    select k.id as case_id, k.number, k.creditor_id, greatest(l.demand, k.waits_for) as needed
    from dunning_case k
    join case_limits l on l.case_id = k.id
    cross join lateral (
        select coalesce(sum(greatest(b.open_amount, 0)), 0) as amount
        from case_item ci join item_balance b on b.id = ci.open_item_id where ci.case_id = k.id) owed
    where k.status = 'OPEN' and k.terms_id is not null
      and owed.amount > 0 and owed.amount < greatest(l.demand, k.waits_for);

-- A small rest that is closed after money came in.
alter table ledger_entry drop constraint ledger_entry_kind_check;
alter table ledger_entry add constraint ledger_entry_kind_check
    check (kind in ('PRINCIPAL', 'PAYMENT', 'CREDIT', 'CLEARED_ELSEWHERE', 'WRITE_OFF', 'GOODWILL'));
