-- What left this house, so that a database restored from a backup can be told from one that knows all of it.
create function database_identity() returns uuid language sql stable as $$
    select cast(substr(encode(sha256(value), 'hex'), 1, 32) as uuid) from server_secret where name = 'links'
$$; -- of this database and of each copy of it, also of one that an earlier version left

-- Each data folder (KULANZ_HOME) from which messages are sent.
create table sending_home (
    id         uuid primary key,
    first_seen timestamptz not null,                  -- real time
    last_seen  timestamptz not null,                  -- real time
    beats      bigint not null default 0,             -- signs of life so far
    closed     boolean not null default false         -- it said goodbye
);

-- All sending rests, for the database may know less than what left.
create table sending_rest (
    id            uuid primary key,
    cause         text not null check (cause in ('MARKER', 'PROVIDER', 'COPY', 'STRANGE_HOME', 'OTHER_NODE', 'PERSON')),
    noticed_at    timestamptz not null,               -- business time
    known_until   timestamptz,                        -- real time: last sign of life in the database; null: there was none
    placed_by     text not null,
    known_seq     bigint not null,                    -- decisions up to here are of before
    caught_up_seq bigint,                             -- decisions up to here were due before it was noticed; null: not all are made yet
    marked        boolean not null default false,     -- what may have left has been found
    released_at   timestamptz,
    released_by   text
);
create unique index one_rest_at_a_time on sending_rest ((true)) where released_at is null;

-- What left, and this database did not know of.
create table departed (
    thing    uuid primary key,                        -- the contact
    channel  text not null,
    left_at  timestamptz not null,                    -- business time
    pay_by   date,                                    -- the day that it named
    proof    text not null check (proof in ('BEGUN', 'TAKEN', 'FILE', 'PROVIDER')),
    found_at timestamptz not null
);

create sequence departure_number;

create view departure_proof as select thing, channel, left_at, pay_by, proof from departed;

create function sending_rests() returns boolean language sql stable as $$
    select exists (select from sending_rest where released_at is null)
$$;

-- Each attempt to send draws a number; a later one is higher.
alter table contact add column departure bigint;
create index contact_by_departure on contact (departure desc) where departure is not null;

create function last_departure() returns bigint language sql stable as $$
    select coalesce((select departure from contact where departure is not null order by departure desc limit 1), 0)
$$;

-- The last decision to contact somebody.
create function last_decision() returns bigint language sql stable as $$
    select coalesce((select max(seq) from contact), 0)
$$;
create unique index contact_by_seq on contact (seq);

-- An id says what a contact is, no more when it was decided on.
drop index contact_latest_first;
create index contact_latest_first on contact ((coalesce(sent_at, planned_at)) desc, seq desc);

-- Whether it is known that this contact was sent at this attempt.
create function knows_departure(of_contact uuid, of_number bigint) returns boolean language sql stable as $$
    select exists (select from contact c where c.id = of_contact and c.departure >= of_number)
$$;

-- Messages that may have left before a backup was restored; a person says of each whether they did.
create table contact_doubt (
    contact_id  uuid primary key references contact,
    creditor_id text not null,
    channel     text not null,
    doubted_at  timestamptz not null,                 -- business time
    proof       text check (proof in ('BEGUN', 'TAKEN', 'FILE', 'PROVIDER')), -- null: nothing was found of it
    proof_channel text,                               -- over which it left: perhaps another one
    left_at     timestamptz,                          -- business time
    pay_by      date,                                 -- the day that it named
    answer      text check (answer in ('LEFT', 'STAYED')),
    answered_at timestamptz,
    answered_by text,
    settled     boolean not null default false        -- the answer has been carried out
);
create index contact_doubt_open on contact_doubt (doubted_at, contact_id) where answer is null;
create index contact_doubt_to_settle on contact_doubt (contact_id) where answer is not null and not settled;
