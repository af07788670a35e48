-- Steps that a ladder came to and that told the debtor nothing: they did not fit, or there was nothing to write to. Where a case
-- stands is told by these as well as by what its debtor heard. "times" counts how often without a message in between.
create table left_out (
    open_item_id uuid not null references open_item on delete cascade,
    step         text not null,
    case_id      uuid not null references dunning_case on delete cascade,
    by_hand      boolean not null,          -- a person found nothing to write to; else the rules or the diagram said so
    times        int not null,
    left_out_at  timestamptz not null,      -- the last time
    primary key (open_item_id, step)
);

-- Steps that are come to again and again: few, and looked for whenever people look at incidents.
create index left_out_again on left_out (case_id) where times > 1;
