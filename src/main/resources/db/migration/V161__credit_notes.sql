-- What the creditor took back of what he had billed, by the number of his credit note. How much it is and what it was used
-- for say its entries in the ledger: their sum is the credit, those without an item are what is left of it.
create table credit_note (
    id              uuid primary key,
    account_id      uuid not null references account,
    creditor_id     text not null references creditor,
    number          text not null,
    credits_invoice text,                             -- the invoice that it names; null: none
    issued_on       date,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    unique (creditor_id, number)
);
create index credit_note_by_account on credit_note (account_id);
-- As with invoices: a number that a spreadsheet took the zeros of is looked up by what is left of it.
create index credit_note_without_zeros on credit_note (creditor_id, ltrim(number, '0')) where number like '0%';

alter table ledger_entry add column credit_note_id uuid references credit_note;
create index ledger_by_credit_note on ledger_entry (credit_note_id) include (open_item_id, amount)
    where credit_note_id is not null;

-- Each credit note with what it grants and what of it is not used yet, both positive.
create view credit_balance as
    select n.id, n.account_id, n.creditor_id, n.number, n.credits_invoice, n.issued_on, s.granted, s.unused
    from credit_note n
    cross join lateral (
        select coalesce(-sum(e.amount), 0) as granted,
               coalesce(-sum(e.amount) filter (where e.open_item_id is null), 0) as unused
        from ledger_entry e where e.credit_note_id = n.id) s;

create or replace view item_balance as
    select i.id, i.account_id, i.invoice_id, i.invoice_date, i.due_date, i.subject,
           s.original_amount, s.open_amount, s.credited_amount
    from open_item i
    cross join lateral (
        select coalesce(sum(e.amount) filter (where e.kind = 'PRINCIPAL'), 0) as original_amount,
               coalesce(sum(e.amount), 0) as open_amount,
               coalesce(-sum(e.amount) filter (where e.credit_note_id is not null), 0) as credited_amount
        from ledger_entry e where e.open_item_id = i.id) s;
