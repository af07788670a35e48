-- What was said of an item counts as long as it was said after the due date that counts now (§ 286 BGB): an item whose due
-- date moves begins anew, and moved back it stands where it stood. Derived, so that nothing has to be undone.
create function said_when_due(said_at timestamptz, due_date date) returns boolean
    language sql immutable parallel safe
    return (said_at at time zone 'Europe/Berlin')::date > due_date;

-- Of what another system told, the import knows the day, and takes the due date itself as not too early.
create view notice_that_counts as
    select n.* from notice n join open_item i on i.id = n.open_item_id
    where said_when_due(n.told_at, case when n.case_id is null then i.due_date - 1 else i.due_date end);

create view left_out_that_counts as
    select l.* from left_out l join open_item i on i.id = l.open_item_id
    where said_when_due(l.left_out_at, i.due_date);

-- Each item is told at its own level: a message of one step may tell a younger item of another, with a day of its own to pay.
alter table contact_item add column step text;     -- null: the step of the contact, as all before this was kept
alter table contact_item add column pay_by date;   -- null: the day of the contact
