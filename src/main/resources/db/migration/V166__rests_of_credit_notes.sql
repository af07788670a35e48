-- The creditor's lists name what is left of this credit note, not what it granted: it was seen by what was used here, or said.
alter table credit_note add column amount_is_rest boolean not null default false;

create or replace view credit_balance as
    select n.id, n.account_id, n.creditor_id, n.number, n.credits_invoice, n.issued_on, s.granted, s.unused,
           n.amount_is_rest
    from credit_note n
    cross join lateral (
        select coalesce(-sum(e.amount), 0) as granted,
               coalesce(-sum(e.amount) filter (where e.open_item_id is null), 0) as unused
        from ledger_entry e where e.credit_note_id = n.id) s;
