-- What a creditor's systems tell of an order: rows are never changed but for the moment in which their invoice was first found.
create table order_event (
    id          uuid primary key,
    creditor_id text not null references creditor,
    external_id text,                                 -- null: told by our own books, as when a payment came back
    debtor_id   text,                                 -- as the creditor calls him
    invoice_id  text not null,
    open_item_id uuid references open_item,            -- told by our own books: of this item alone
    instalment  int,                                  -- as the creditor numbers the parts; null: all of them
    kind        text not null check (kind in ('DEBIT_PRESENTED', 'DEBIT_RETURNED', 'MANDATE_REVOKED', 'RETURN_ANNOUNCED',
                                              'RETURN_RECEIVED', 'NOT_DELIVERED', 'DELIVERED', 'CANCELLED')),
    occurred_on date not null,
    until_date  date,                                 -- the end that the creditor named himself
    reason      text check (reason ~ '^[A-Z0-9]{4}$'), -- ISO 20022 code of a debit that came back
    known       boolean not null,                     -- whether its invoice was known when it came
    met_at      timestamptz,                          -- when its invoice was found; null: not yet
    received_at timestamptz not null,
    received_by text not null,
    unique (creditor_id, external_id)
);
create index order_event_by_invoice on order_event (creditor_id, invoice_id);
create index order_event_not_met on order_event (creditor_id, invoice_id) where met_at is null;
