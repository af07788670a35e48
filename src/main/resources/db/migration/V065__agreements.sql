-- What debtors promised to pay, and what became of it.
create table promise (
    id           uuid primary key,
    case_id      uuid not null references dunning_case,
    case_number  text not null,
    round        int  not null,
    amount       numeric(14, 2) not null check (amount > 0),
    currency     char(3) not null,
    promised_on  date not null,                       -- the day by which he wants to have paid
    judge_on     date not null,                       -- bank day on which we look whether he did
    status       text not null check (status in ('OPEN', 'KEPT', 'PARTLY_KEPT', 'BROKEN', 'REPLACED', 'LAPSED')),
    source       text not null,                       -- API, DESK, CALL …
    made_at      timestamptz not null,
    made_by      text not null,
    after_entry  bigint not null,                     -- the last ledger entry when it was made: later ones count
    block_id     uuid not null references block,
    paid         numeric(14, 2),                      -- of the promise, when it was judged
    concluded_at timestamptz
);
create unique index one_open_promise_per_case on promise (case_id) where status = 'OPEN';
create index promise_by_case on promise (case_id, made_at);
