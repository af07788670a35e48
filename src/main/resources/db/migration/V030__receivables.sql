create table creditor (
    id                 text primary key check (id ~ '^[A-Za-z0-9._-]{1,60}$'), -- chosen by the integrator
    name               text not null,
    street             text,
    postcode           text,
    city               text,
    country            text not null default 'DE',
    email              text,
    phone              text,
    website            text,
    legal_notice       text,                          -- legal form, seat, register, directors (§ 35a GmbHG)
    default_language   text not null default 'de',
    first_contact_days int  not null default 3 check (first_contact_days between 0 and 90), -- after the due date
    channels           text[] not null default '{EMAIL,SMS,LETTER,VOICE}',
    created_at         timestamptz not null,
    updated_at         timestamptz not null
);
create table creditor_account (
    creditor_id text not null references creditor,
    position    int  not null,
    iban        text not null,
    name        text,                                 -- account holder, printed exactly (verification of payee)
    primary key (creditor_id, position)
);

-- One debtor record (creditor, debtor id): a person in the words of the design. Never merged.
create table debtor (
    id             uuid primary key,
    creditor_id    text not null references creditor,
    external_id    text not null,
    type           text not null check (type in ('CONSUMER', 'BUSINESS')),
    name           text not null,
    salutation     text,
    contact_name   text,
    language       text not null,
    street         text,
    postcode       text,
    city           text,
    country        text not null default 'DE',
    state          text,                              -- ISO 3166-2 subdivision without country, e.g. BY
    birth_date     date,
    customer_since date,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    unique (creditor_id, external_id)
);
create index debtor_by_name on debtor (lower(name) text_pattern_ops);

create table contact_point (
    id         uuid primary key,
    debtor_id  uuid not null references debtor,
    kind       text not null check (kind in ('EMAIL', 'PHONE', 'MOBILE')),
    value      text not null,                         -- e-mail address, or E.164 number
    source     text not null,                         -- IMPORT, CLERK …
    status     text not null default 'USABLE' check (status in ('USABLE', 'FAILED', 'WITHDRAWN')),
    created_at timestamptz not null,
    updated_at timestamptz not null,
    unique (debtor_id, kind, value)
);

-- What one debtor owes one creditor in one currency. Locked (after the debtor) by whoever changes the balance.
create table account (
    id        uuid primary key,
    debtor_id uuid not null references debtor,
    currency  char(3) not null,
    unique (debtor_id, currency)
);

create table open_item (
    id              uuid primary key,
    account_id      uuid not null references account,
    creditor_id     text not null references creditor,
    invoice_id      text not null,
    invoice_date    date,
    due_date        date not null,
    subject         text,
    kind            text not null default 'OTHER' check (kind in ('GOODS', 'SERVICE', 'LOAN_INSTALMENT', 'OTHER')),
    contract_id     text,
    contract_date   date,
    due_date_source text not null default 'INVOICE' check (due_date_source in ('CONTRACT', 'INVOICE', 'STATUTORY')),
    default_notice  boolean not null default false,
    mandate_id      text,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    unique (creditor_id, invoice_id)
);
create index open_item_by_account on open_item (account_id);
create index open_item_by_due_date on open_item (due_date);
create index open_item_by_invoice on open_item (lower(invoice_id) text_pattern_ops);

-- The append-only ledger. Balances are sums; an entry without an item is a credit on the account (overpayment).
create table ledger_entry (
    id           bigint generated always as identity primary key,
    account_id   uuid not null references account,
    open_item_id uuid references open_item,
    kind         text not null check (kind in ('PRINCIPAL', 'PAYMENT', 'CREDIT', 'CLEARED_ELSEWHERE', 'WRITE_OFF')),
    amount       numeric(14, 2) not null check (amount <> 0), -- positive: owed by the debtor
    value_date   date not null,
    booked_at    timestamptz not null,
    payment_id   uuid,
    source       text not null                        -- IMPORT, API, DESK …
);
create index ledger_by_item on ledger_entry (open_item_id) include (amount);
create index ledger_by_account on ledger_entry (account_id) include (amount);
create trigger ledger_is_append_only before update or delete on ledger_entry
    for each row execute function refuse_change();

-- Each item with its balance. The sum is taken per item that is asked for (lateral), never over the whole ledger.
create view item_balance as
    select i.id, i.account_id, i.invoice_id, i.invoice_date, i.due_date, i.subject,
           s.original_amount, s.open_amount
    from open_item i
    cross join lateral (
        select coalesce(sum(e.amount) filter (where e.kind = 'PRINCIPAL'), 0) as original_amount,
               coalesce(sum(e.amount), 0) as open_amount
        from ledger_entry e where e.open_item_id = i.id) s;
