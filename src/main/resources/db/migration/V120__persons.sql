-- Whether a block holds on a day. What "holds" means stands here and nowhere else.
create function holds_on(lifted_at timestamptz, until_date date, day date) returns boolean
    language sql immutable parallel safe as $$
    select lifted_at is null and (until_date is null or until_date >= day)
$$;

-- The first day on which somebody is of age (§ 2 BGB); who was born on a 29 February is so on 1 March (§§ 187 II, 188 II BGB).
create function of_age_on(birth_date date) returns date
    language sql immutable parallel safe as $$
    select (birth_date + interval '18 years')::date
           + (extract(month from birth_date) = 2 and extract(day from birth_date) = 29)::int
$$;

-- What holds for a person: for all his cases, in every currency, and for those to come.
create table person_block (
    id         uuid primary key,
    debtor_id  uuid not null references debtor,
    reason     text not null check (reason in ('DECEASED', 'INSOLVENCY', 'REPRESENTED', 'HARDSHIP', 'MINOR', 'MANUAL')),
    from_at    timestamptz not null,
    until_date date,                                  -- last blocked day (creditor's zone); null: until lifted
    source     text not null,
    note       text,
    placed_by  text not null,
    lifted_at  timestamptz,
    lifted_by  text
);
create index person_block_by_debtor on person_block (debtor_id, from_at);

-- Who is written to in the place of a person who is represented.
create table representative (
    debtor_id   uuid primary key references debtor,
    name        text not null,
    email       text,
    street      text,
    postcode    text,
    city        text,
    country     text,
    recorded_by text not null,
    recorded_at timestamptz not null
);

-- All blocks that concern a case: its own, those of its items, and those of its person.
create view case_block as
    select b.id, b.case_id, b.open_item_id, false as of_person, b.reason, b.from_at, b.until_date, b.source, b.note,
           b.placed_by, b.lifted_at, b.lifted_by
    from block b
    union all
    select p.id, k.id, null, true, p.reason, p.from_at, p.until_date, p.source, p.note,
           p.placed_by, p.lifted_at, p.lifted_by
    from person_block p join dunning_case k on k.debtor_id = p.debtor_id;

-- The day of the business when the version before stopped: the machine's clock is not it.
create function last_day_before() returns date language sql stable as $$
    select (coalesce((select happened_at from journal order by id desc limit 1), now()) at time zone 'Europe/Berlin')::date
$$;

-- Blocks that say something of the person were kept at one case; those that hold are moved, with their ids. What is over stays
-- where it held.
with moved as (
    delete from block b using dunning_case k
    where k.id = b.case_id and holds_on(b.lifted_at, b.until_date, last_day_before())
      and (b.reason in ('DECEASED', 'INSOLVENCY', 'REPRESENTED', 'HARDSHIP')
           or (b.reason = 'MANUAL' and b.until_date is null and b.open_item_id is null))
    returning b.*, k.debtor_id
)
insert into person_block (id, debtor_id, reason, from_at, until_date, source, note, placed_by)
select id, debtor_id, reason, from_at, until_date, source, note, placed_by from moved;

-- What a file said of a person waited for the invoice's case; it holds from now on.
insert into person_block (id, debtor_id, reason, from_at, until_date, source, placed_by)
select new_id(), w.debtor_id, w.block_reason, w.said_at, w.blocked_until, 'IMPORT', 'system'
from (
    select distinct on (a.debtor_id, r.block_reason) a.debtor_id, r.block_reason, r.blocked_until, r.said_at
    from running_item r
    join open_item i on i.id = r.open_item_id
    join account a on a.id = i.account_id
    where r.block_waits and holds_on(null, r.blocked_until, last_day_before())
      and (r.block_reason in ('DECEASED', 'INSOLVENCY', 'REPRESENTED', 'HARDSHIP')
           or (r.block_reason = 'MANUAL' and r.blocked_until is null))
    order by a.debtor_id, r.block_reason, r.blocked_until desc nulls first
) w
where not exists (select from person_block p where p.debtor_id = w.debtor_id and p.reason = w.block_reason);
update running_item set block_waits = false
where block_waits and (block_reason in ('DECEASED', 'INSOLVENCY', 'REPRESENTED', 'HARDSHIP')
                       or (block_reason = 'MANUAL' and blocked_until is null));

-- Minors whose birth date is known already: nothing is sent to them by itself, and somebody looks.
insert into person_block (id, debtor_id, reason, from_at, until_date, source, placed_by)
select new_id(), d.id, 'MINOR', coalesce((select happened_at from journal order by id desc limit 1), now()),
       of_age_on(d.birth_date) - 1, 'IMPORT', 'system'
from debtor d
where d.type = 'CONSUMER' and of_age_on(d.birth_date) > last_day_before();
insert into follow_up (case_id, due_on, reason, set_by, set_at)
select k.id, last_day_before(), 'Minor: please look / minderjährig: bitte ansehen', 'system', p.from_at
from person_block p join dunning_case k on k.debtor_id = p.debtor_id and k.status = 'OPEN'
where p.reason = 'MINOR'
on conflict (case_id) do nothing;

drop function last_day_before();
