-- What went wrong, from the first look that found it; all moments in business time.
create table alarm (
    id         uuid primary key,
    sign       text not null,
    node       text not null,        -- where it was seen; empty: everywhere
    subject    text not null,        -- which of several, such as a channel; may be empty
    facts      text[] not null,
    since      timestamptz not null,
    gone_since timestamptz,
    raised_at  timestamptz,          -- from then on people are told
    over_at    timestamptz,
    looked_at  timestamptz not null
);
create unique index alarm_open on alarm (sign, node, subject) where over_at is null;
create index alarm_over on alarm (over_at) where over_at is not null;

-- What was told of it by mail, by webhook.
create table alarm_told (
    alarm_id  uuid not null references alarm on delete cascade,
    way       text not null,
    told_at   timestamptz not null,
    told_over boolean not null,
    primary key (alarm_id, way)
);

-- The ways by which people are told.
create table alarm_way (
    way           text primary key,
    since         timestamptz not null,
    told_at       timestamptz,          -- last told anything
    tries         int not null default 0, -- in vain, since then
    next_try_at   timestamptz,
    failure       text,                 -- of the last try; null: it worked
    claimed_until timestamptz           -- real time: lease of the node that is telling
);

-- When somebody last looked at what all nodes see: one of them does.
create table alarm_round (looked_at timestamptz not null);
insert into alarm_round values ('epoch');

-- What is known of each channel: how its last messages fared, or a question put to its provider. Business time.
create table channel_state (
    channel       text primary key,
    taken_at      timestamptz,          -- a message was last taken
    failed_at     timestamptz,
    failing_since timestamptz,
    failures      int not null default 0, -- one after the other
    unreachable   boolean not null default false,
    reason        text,
    asked_at      timestamptz           -- whether the provider is there
);

-- Messages that the provider did not take yet and that are tried again.
create index contact_tried on contact (not_before) where status = 'PLANNED' and tries > 0;
