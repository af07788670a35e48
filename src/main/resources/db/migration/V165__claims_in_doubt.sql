-- A row of a file that may be to a debtor's credit could not be taken: for some days he is asked for nothing.
alter table person_block drop constraint person_block_reason_check;
alter table person_block add constraint person_block_reason_check
    check (reason in ('DECEASED', 'INSOLVENCY', 'REPRESENTED', 'HARDSHIP', 'MINOR', 'MANUAL', 'UNCLEAR_PAYMENT'));

-- The numbers of those rows, by which a later file ends it; an empty one: it could not be read, or there were too many.
alter table person_block add about text[];
create index person_block_in_doubt on person_block (debtor_id) where reason = 'UNCLEAR_PAYMENT' and lifted_at is null;
