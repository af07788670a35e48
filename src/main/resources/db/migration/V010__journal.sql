-- The append-only record of everything that happened. Rows are inserted in the transaction of what they tell.
create table journal (
    id            bigint generated always as identity primary key,
    transaction_id xid8 not null default pg_current_xact_id(), -- orders the events feed: no row can appear behind a cursor
    happened_at   timestamptz not null,                        -- business time
    kind          text not null,                               -- past tense: PaymentBooked, ContactSent …
    actor         text not null,                               -- user name, or "system"
    creditor_id   text,
    debtor_id     uuid,
    case_number   text,
    facts         jsonb not null default '{}'::jsonb
);
create index journal_by_case on journal (case_number, id) where case_number is not null;
create index journal_by_debtor on journal (debtor_id, id) where debtor_id is not null;
create index journal_feed on journal (transaction_id, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: % refused', tg_table_name, tg_op;
end $$;
create trigger journal_is_append_only before update or delete on journal
    for each row execute function refuse_change();
