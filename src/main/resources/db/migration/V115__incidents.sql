-- What was to be said of models that were deployed all the same.
create table model_warning (
    deployment_id text not null,
    resource_name text not null,
    place         int not null,                       -- within the file, refusals being none
    element_id    text,
    element_name  text,
    sentence      text not null,
    primary key (deployment_id, place)
);

-- Why work failed: a job of the engine that is tried no more, the start of a journey, a signal that could not be told.
-- What goes on again leaves its line behind for a day.
create table failure (
    kind       text not null check (kind in ('JOB', 'START', 'SIGNAL')),
    id         text not null,                         -- of the job or signal; number of the case
    process    text,                                  -- where it failed: the diagram, its element
    element    text,
    decision   text,                                  -- the table that could not answer
    said       text,                                  -- what was said; null: nothing that a person understands
    cause      text not null,                         -- the same where the cause is
    healed_by  text[] not null,                       -- models of which a new version may help who tries again
    renewed_by text[] not null,                       -- and those that help only who begins the journey anew
    failed_at  timestamptz not null,
    primary key (kind, id)
);

-- What is to be tried again, in the background.
create table retry (
    kind      text not null check (kind in ('JOB', 'START', 'SIGNAL', 'CASE')),
    id        text not null,
    anew      boolean not null default false,         -- the journey begins anew, where the case stands
    wanted_at timestamptz not null,                   -- real time
    primary key (kind, id)
);
create index retry_due on retry (wanted_at, id);

-- Deployments of which it is still to be found out what they heal.
create table model_arrival (
    deployment_id text primary key,
    models        text[] not null,                    -- bpmn:reminder-step, dmn:contact-choice, form:call-back
    arrived_at    timestamptz not null                -- real time
);
