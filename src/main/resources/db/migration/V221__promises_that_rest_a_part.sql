-- From which share of what is open on a promise rests the whole case is said by a rule; the creditors that are here say when it
-- holds for them, and cases that run go on as was announced to their debtors.
alter table creditor_terms add column promises_rest_by_share boolean not null default false;

-- What rests because of a promise: the whole case by block_id, or single items.
alter table promise
    add column rests text not null default 'CASE' check (rests in ('CASE', 'ITEMS', 'NOTHING')),
    alter column block_id drop not null,
    add constraint promise_rests_by_a_block check ((rests = 'CASE') = (block_id is not null));

create table promise_item_block (
    block_id   uuid primary key references block,
    promise_id uuid not null references promise
);
create index promise_item_block_by_promise on promise_item_block (promise_id);
