-- The number that the creditor gives a part of an invoice; none: it is told from the others by its due date. The column
-- instalment is our own count, which says nothing to anybody. What was kept until now is not known to have been given.
alter table open_item add column given_instalment int check (given_instalment > 0);
create unique index open_item_given_instalment on open_item (creditor_id, invoice_id, given_instalment)
    where given_instalment is not null;

create or replace view item_balance as
    select i.id, i.account_id, i.invoice_id, i.invoice_date, i.due_date, i.subject,
           s.original_amount, s.open_amount, s.credited_amount, i.instalment,
           (select count(*) from open_item o
            where o.creditor_id = i.creditor_id and o.invoice_id = i.invoice_id)::int as instalments,
           i.given_instalment
    from open_item i
    cross join lateral (
        select coalesce(sum(e.amount) filter (where e.kind = 'PRINCIPAL'), 0) as original_amount,
               coalesce(sum(e.amount), 0) as open_amount,
               coalesce(-sum(e.amount) filter (where e.credit_note_id is not null), 0) as credited_amount
        from ledger_entry e where e.open_item_id = i.id) s;
