-- What holds an item back, in a case or not: a debit that is awaited, goods that came back or never came. Lifted ones are kept: what
-- somebody has let go is not held again for the same.
create table item_hold (
    id           uuid primary key default new_id(),
    open_item_id uuid not null references open_item,
    reason       text not null check (reason in ('DIRECT_DEBIT', 'RETURN_ANNOUNCED', 'RETURN_RECEIVED', 'NOT_DELIVERED', 'CANCELLED')),
    about        uuid,                                -- the event that it came of; null: the mandate
    from_at      timestamptz not null,
    until_date   date,                                -- last day on which it holds (creditor's zone); null: until lifted
    look_on      date,                                -- from this day on somebody is to look, as it does not end by itself
    moved_by     text,                                -- who set that day by hand
    asked_on     date,                                -- when somebody was asked to look
    placed_by    text not null,
    lifted_at    timestamptz,
    lifted_by    text,
    let_go       boolean not null default false,      -- by a person; what ended otherwise may begin again
    check (until_date is null or look_on is null),
    unique nulls not distinct (open_item_id, reason, about)
);
create index item_hold_to_end on item_hold (until_date) where lifted_at is null and until_date is not null;
create index item_hold_to_look_at on item_hold (look_on) where lifted_at is null and look_on is not null;

-- All that holds single items: blocks of their cases, and what holds them in any case or none.
create view item_block as
    select open_item_id, reason, from_at, until_date, lifted_at from block where open_item_id is not null
    union all
    select open_item_id, reason, from_at, until_date, lifted_at from item_hold;

create or replace view case_block as
    select b.id, b.case_id, b.open_item_id, false as of_person, b.reason, b.from_at, b.until_date, b.source, b.note,
           b.placed_by, b.lifted_at, b.lifted_by
    from block b
    union all
    select p.id, k.id, null, true, p.reason, p.from_at, p.until_date, p.source, p.note,
           p.placed_by, p.lifted_at, p.lifted_by
    from person_block p join dunning_case k on k.debtor_id = p.debtor_id
    union all
    select h.id, ci.case_id, h.open_item_id, false, h.reason, h.from_at, h.until_date, 'ORDER', null,
           h.placed_by, h.lifted_at, h.lifted_by
    from item_hold h join case_item ci on ci.open_item_id = h.open_item_id;
