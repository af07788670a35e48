-- Sending stopped by a person: of a creditor, a step, a channel; null: of all. It holds until it is lifted.
create table stop (
    id          uuid primary key,
    creditor_id text references creditor,
    step        text,
    channel     text,
    reason      text not null,
    placed_at   timestamptz not null, -- business time
    placed_by   text not null,
    lifted_at   timestamptz,
    lifted_by   text
);
create unique index stop_in_force on stop (creditor_id, step, channel) nulls not distinct where lifted_at is null;

create function is_stopped(of_creditor text, of_step text, of_channel text) returns boolean language sql stable as $$
    select exists (
        select from stop s
        where s.lifted_at is null and (s.creditor_id is null or s.creditor_id = of_creditor)
          and (s.step is null or s.step = of_step) and (s.channel is null or s.channel = of_channel))
$$;
