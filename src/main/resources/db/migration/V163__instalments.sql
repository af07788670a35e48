-- An invoice may fall due in parts. Each is an open item of its own; what was kept until now is the only one of its invoice.
alter table open_item add column instalment int not null default 1 check (instalment > 0);
alter table open_item drop constraint open_item_creditor_id_invoice_id_key;
alter table open_item add unique (creditor_id, invoice_id, instalment);
create index open_item_further_instalment on open_item (creditor_id, invoice_id) where instalment > 1;

create or replace view item_balance as
    select i.id, i.account_id, i.invoice_id, i.invoice_date, i.due_date, i.subject,
           s.original_amount, s.open_amount, s.credited_amount, i.instalment,
           (select count(*) from open_item o
            where o.creditor_id = i.creditor_id and o.invoice_id = i.invoice_id)::int as instalments
    from open_item i
    cross join lateral (
        select coalesce(sum(e.amount) filter (where e.kind = 'PRINCIPAL'), 0) as original_amount,
               coalesce(sum(e.amount), 0) as open_amount,
               coalesce(-sum(e.amount) filter (where e.credit_note_id is not null), 0) as credited_amount
        from ledger_entry e where e.open_item_id = i.id) s;
