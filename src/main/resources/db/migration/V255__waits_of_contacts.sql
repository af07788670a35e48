-- Why a message waited: [{"from", "until", "reason"}], in the order of time; null: it never did.
alter table contact add column waited jsonb;

-- What holds it now, as it was found by a look at what is due, and since when.
alter table contact add column held_for text;
alter table contact add column held_since timestamptz;

create function wait_of(from_at timestamptz, until_at timestamptz, reason text) returns jsonb language sql stable as $$
    select jsonb_build_array(jsonb_build_object(
        'from', to_char(from_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'until', to_char(until_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'reason', reason))
$$;
