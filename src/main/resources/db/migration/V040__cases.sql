create sequence case_number_seq;

create table dunning_case (
    id                 uuid primary key,
    number             text not null unique,          -- K-2026-000123, the business key of its process instances
    creditor_id        text not null references creditor,
    debtor_id          uuid not null references debtor,
    account_id         uuid not null references account,
    currency           char(3) not null,
    status             text not null check (status in ('OPEN', 'SETTLED', 'HANDED_OVER', 'WRITTEN_OFF')),
    round              int not null default 1,
    step               text,                          -- last step taken; null before the first
    payment_reference  text not null unique,          -- ISO 11649 (RF)
    first_contact_at   timestamptz not null,
    journey            text,                          -- process id, once it was started
    journey_started_at timestamptz,
    start_attempts     int not null default 0,        -- starts of the journey that failed
    next_start_at      timestamptz,                   -- real time: when it is tried again
    opened_at          timestamptz not null,
    settled_at         timestamptz
);
create unique index one_open_case_per_account on dunning_case (account_id) where status = 'OPEN';
create index case_by_account on dunning_case (account_id);
create index case_by_debtor on dunning_case (debtor_id);
create index case_by_opening on dunning_case (opened_at desc, number desc);
create index case_to_start on dunning_case (first_contact_at) where journey_started_at is null and status = 'OPEN';

-- Where a case stood from when on: each change of its status or step, in the transaction of the change.
create table case_move (
    id       bigint generated always as identity primary key,
    case_id  uuid not null references dunning_case,
    status   text not null,
    step     text,
    moved_at timestamptz not null
);
create index case_move_by_case on case_move (case_id, id desc) include (status, step);
create index case_move_by_time on case_move (moved_at);

-- When somebody wants to look at a case again (Wiedervorlage), and why.
create table follow_up (
    case_id uuid primary key references dunning_case,
    due_on  date not null,
    reason  text not null,
    set_by  text not null,
    set_at  timestamptz not null
);
create index follow_up_by_day on follow_up (due_on);

-- Which case an item is in, and was in before: one at a time.
create table item_stay (
    id           bigint generated always as identity primary key,
    case_id      uuid not null references dunning_case,
    open_item_id uuid not null references open_item,
    joined_at    timestamptz not null,
    left_at      timestamptz                          -- null: it is there now
);
create unique index one_case_per_item on item_stay (open_item_id) where left_at is null;
create index item_stay_by_case on item_stay (case_id);

-- The items that a case has now.
create view case_item as select case_id, open_item_id, joined_at from item_stay where left_at is null;

-- What each item has been told of: its own notices.
create table notice (
    id           bigint generated always as identity primary key,
    open_item_id uuid not null references open_item,
    case_id      uuid references dunning_case,        -- null: told elsewhere, before the item came to us
    round        int,
    step         text not null,
    channel      text,                                -- null: told elsewhere
    contact_id   uuid,
    told_at      timestamptz not null,
    pay_by       date,
    unique (open_item_id, contact_id)
);
create unique index one_notice_from_elsewhere on notice (open_item_id) where case_id is null;
create index notice_by_case on notice (case_id, told_at);

create table block (
    id           uuid primary key,
    case_id      uuid not null references dunning_case,
    open_item_id uuid references open_item,           -- scope ITEM; null: scope CASE
    reason       text not null,
    from_at      timestamptz not null,
    until_date   date,                                -- last blocked day (creditor's zone); null: until lifted
    source       text not null,
    note         text,
    placed_by    text not null,
    lifted_at    timestamptz,
    lifted_by    text
);
create index block_by_case on block (case_id, from_at);
create index block_to_take_over on block (case_id) where reason = 'TAKE_OVER';
create index block_by_item on block (open_item_id) where open_item_id is not null and lifted_at is null;
