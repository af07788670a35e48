-- Facts that a process instance must hear of; written with the fact, delivered after the commit.
create table signal (
    id              bigint generated always as identity primary key,
    message         text not null,
    case_number     text not null,
    about           uuid,                             -- the contact that it tells of
    variables       jsonb not null default '{}'::jsonb,
    created_at      timestamptz not null,
    attempts        int not null default 0,
    next_attempt_at timestamptz not null,             -- real time
    last_error      text
);
create index signal_due on signal (next_attempt_at, id);

-- Recurring work in business time (sweeps), run by one node at a time.
create table schedule (
    name        text primary key,
    next_run_at timestamptz not null
);

-- Open cases without a next action that the sweep has found; told of once.
create table stalled_case (
    case_id  uuid primary key references dunning_case,
    found_at timestamptz not null
);

-- Which versions of the models we shipped: the owner's own versions are never overwritten.
create table shipped_model (
    resource_name text not null,
    content_hash  text not null,
    deployed_at   timestamptz not null,
    primary key (resource_name, content_hash)
);
