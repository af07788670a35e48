-- A release of a case to the agency, and what became of it. A rejected one is followed by another attempt.
create table handover (
    id               uuid primary key,
    case_id          uuid not null references dunning_case,
    case_number      text not null,
    creditor_id      text not null references creditor,
    round            int  not null,
    attempt          int  not null,
    status           text not null check (status in ('TO_CONFIRM', 'RELEASED', 'DECLINED', 'TRANSMITTING', 'TRANSMITTED',
                                                     'ACCEPTED', 'REJECTED', 'RECALLED', 'SETTLED')),
    amount           numeric(14, 2) not null,         -- open amount of the items that are handed over
    currency         char(3) not null,
    released_by      text not null,
    released_at      timestamptz not null,
    comment          text,
    confirmed_by     text,                            -- the second person, where the amount needs one
    confirmed_at     timestamptz,
    dossier          text,                            -- JSON as transmitted, written once
    last_entry       bigint,                          -- entries of the ledger after this one are reported
    transmitted_at   timestamptz,
    receipt          text,
    agency_reference text,
    answered_at      timestamptz,
    answer_reason    text,
    unique (case_id, round, attempt)
);
create unique index one_handover_at_a_time on handover (case_id)
    where status in ('TO_CONFIRM', 'RELEASED', 'TRANSMITTING', 'TRANSMITTED', 'ACCEPTED');
create index handover_to_transmit on handover (released_at) where dossier is not null and transmitted_at is null;

create table handover_item (
    handover_id  uuid not null references handover,
    open_item_id uuid not null references open_item,
    amount       numeric(14, 2) not null,
    primary key (handover_id, open_item_id)
);
create index handover_item_by_item on handover_item (open_item_id);

-- What the agency answered, each answer once.
create table handover_answer (
    answer_id        text primary key,
    case_number      text not null,
    answer           text not null check (answer in ('ACCEPTED', 'REJECTED', 'RECALLED')),
    reason           text,
    agency_reference text,
    received_at      timestamptz not null
);

-- What the agency is told after the dossier: payments, reminders, recalls; an outbox.
create table handover_report (
    handover_id uuid not null references handover,
    name        text not null,                        -- of the file, e.g. payment-<id>
    body        text not null,                        -- JSON
    created_at  timestamptz not null,
    reported_at timestamptz,
    primary key (handover_id, name)
);
create index handover_report_due on handover_report (created_at) where reported_at is null;
