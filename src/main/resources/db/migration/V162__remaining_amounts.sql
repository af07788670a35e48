-- The creditor's lists name what is left of this item, not its invoice's amount: it was seen by what was paid here, or said.
alter table open_item add column amount_is_rest boolean not null default false;
