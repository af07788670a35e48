-- One line for each file that was imported for good (not for dry runs).
create table import (
    id           uuid primary key,
    file_hash    text not null,                       -- SHA-256 of the file
    mode         text not null check (mode in ('CHANGES', 'SNAPSHOT')),
    creditor_ids text[] not null,                     -- those that the file names: decides who may see the line
    started_at   timestamptz not null,
    started_by   text not null,
    accepted     bigint not null,
    unchanged    bigint not null,
    rejected     bigint not null,
    cleared      bigint not null
);
create index import_by_time on import (started_at desc, id desc);

-- Said by the creditor; null: nothing was said, which is no consent.
alter table debtor add column whatsapp_consent boolean;

-- UUID version 7 (RFC 9562) for rows that are made in sets, so that neighbours in time are neighbours in an index.
create function new_id() returns uuid language sql volatile as $$
    select (lpad(to_hex((date_part('epoch', clock_timestamp()) * 1000)::bigint), 12, '0') || '-7'
            || substr(gen_random_uuid()::text, 16))::uuid
$$;

-- What another system said of an item whose dunning ran there. Taken over once: the same words again change nothing.
create table running_item (
    open_item_id    uuid primary key references open_item,
    step            text,                             -- the notice itself is kept with the cases
    reminded_on     date,
    block_reason    text,
    blocked_until   date,                             -- last blocked day; null: until lifted
    block_waits     boolean not null default false,   -- for the item to become part of a case
    promise_date    date,
    promise_waits   boolean not null default false,
    promise_refused text,                             -- why the promise was not taken
    said_at         timestamptz not null
);
create index running_item_waiting on running_item (open_item_id) where block_waits or promise_waits;
