create table payment (
    id          uuid primary key,
    external_id text not null,
    creditor_id text not null references creditor,
    account_id  uuid not null references account,
    invoice_id  text,                                 -- the debtor's designation (§ 366 I BGB)
    amount      numeric(14, 2) not null check (amount > 0),
    currency    char(3) not null,
    value_date  date not null,
    reference   text,
    booked_at   timestamptz not null,
    booked_by   text not null,
    unique (creditor_id, external_id)
);
create index payment_by_account on payment (account_id);
create index payment_by_booking on payment (booked_at);

-- A payment that came back: a returned debit, a recalled transfer. Each at most once.
create table payment_return (
    payment_id uuid primary key references payment,
    value_date date not null,                         -- day on which the bank took it back
    reason     text,                                  -- ISO 20022 reason code or words of the bank
    booked_at  timestamptz not null,
    booked_by  text not null
);
