-- What a debtor's pause is about: the rows that may be to his credit and were not taken. A number alone is no row: a credit note
-- may bear that of its invoice, and the parts of an invoice share one.
create table claim_in_doubt (
    id         uuid primary key default new_id(),
    block_id   uuid not null references person_block,
    number     text,                              -- null: it could not be read, or there were too many
    credit     boolean,                           -- a credit note, or a claim; null: not told
    instalment int,                               -- as the creditor numbers the parts
    due_date   date,                              -- tells parts without a number apart
    by_number  boolean not null default false,    -- kept before the rest was: any row of this number ends it
    unique nulls not distinct (block_id, number, credit, instalment, due_date)
);

insert into claim_in_doubt (block_id, number, by_number)
select distinct p.id, nullif(n.number, ''), true
from person_block p cross join unnest(p.about) as n (number)
where p.reason = 'UNCLEAR_PAYMENT';

alter table person_block drop column about;
