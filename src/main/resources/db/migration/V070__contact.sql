-- The outbox: one row per decision to contact, and what became of it.
create table contact (
    id              uuid primary key,
    seq             bigint generated always as identity, -- the order of decisions; ids come from many clocks
    case_id         uuid not null references dunning_case,
    case_number     text not null,
    creditor_id     text not null references creditor,
    round           int  not null,
    occasion        text not null default '',         -- the promise, plan or call it belongs to
    step            text not null,
    purpose         text not null check (purpose in ('DEMAND', 'SERVICE')),
    channel         text not null check (channel in ('EMAIL', 'SMS', 'WHATSAPP', 'LETTER', 'VOICE')),
    attempt         int  not null default 1,
    tone            text not null,
    style           text not null,
    language        text not null,
    status          text not null check (status in ('PLANNED', 'SENDING', 'SENT', 'DELIVERED', 'FAILED', 'UNKNOWN', 'CANCELLED')),
    reason          text,                             -- why it failed, waits or was cancelled
    fault           text check (fault in ('ADDRESS', 'MESSAGE')), -- what it failed of; null after an outage
    failed_at       timestamptz,                      -- business time
    call_outcome    text,                             -- what became of a call; its transcript is the body
    not_before      timestamptz not null,             -- business time
    planned_at      timestamptz not null,
    overtaken       boolean not null default false,   -- while it was being sent: it is not tried again
    tries           int not null default 0,           -- while the provider said “later”, or it could not be written
    claimed_until   timestamptz,                      -- real time: lease of the dispatcher
    composed_at     timestamptz,                      -- business time: it was written and taken to be sent
    sent_at         timestamptz,                      -- business time
    pay_days        int,                              -- how many days to pay the step gives
    pay_by          date,
    demanded_amount numeric(14, 2),                   -- frozen when sending
    currency        char(3),
    recipient       text,
    subject         text,
    body_text       text,                             -- {{payment-link}} stands where the link goes
    body_html       text,
    message_id      text,
    unique (case_id, round, occasion, step, channel, attempt)
);
create index contact_due on contact (not_before) where status = 'PLANNED';
create index contact_in_flight on contact (claimed_until) where status = 'SENDING';
create index contact_by_case on contact (case_id, planned_at);
create index contact_latest_first on contact ((coalesce(sent_at, planned_at)) desc, id desc); -- pages of the outbox
create index contact_unknown on contact (planned_at) where status = 'UNKNOWN';
create index contact_by_time on contact (sent_at desc) where sent_at is not null;

create table server_secret (
    name  text primary key,
    value bytea not null
);

-- The letter, apart from the row, so that lists stay light: the page as written until it is printed, then the print.
create table contact_letter (
    contact_id uuid primary key references contact,
    page       text,
    pdf        bytea,
    check ((page is null) <> (pdf is null))
);

-- Which items a message was about.
create table contact_item (
    contact_id   uuid not null references contact,
    open_item_id uuid not null references open_item,
    primary key (contact_id, open_item_id)
);
