-- The creditor's list named what was left of this item when it came here, and no list has named its whole amount since: what
-- it was for, and what was paid of it before, nobody here knows.
alter table open_item add column principal_is_rest boolean not null default false;

-- Of older ones it is certain only where nothing happened here: else the amount may have been known before the list of rests.
update open_item i set principal_is_rest = true
where i.amount_is_rest and not exists (
    select from ledger_entry e where e.open_item_id = i.id and e.kind <> 'PRINCIPAL');
