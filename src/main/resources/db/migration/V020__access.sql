create table app_user (
    id            uuid primary key,
    username      text not null unique check (username ~ '^[a-zA-Z0-9._-]{1,60}$'),
    display_name  text not null,
    password_hash text not null,
    role          text not null check (role in ('CASE_WORKER', 'PROCESS_OWNER', 'COMPLIANCE', 'ADMIN')),
    all_creditors boolean not null default false,   -- else only those in app_user_creditor
    enabled       boolean not null default true,
    created_at    timestamptz not null
);
create table app_user_creditor (
    user_id     uuid not null references app_user on delete cascade,
    creditor_id text not null,
    primary key (user_id, creditor_id)
);
