-- A promise that the desk has ended: nobody waits for the money any more, and the debtor broke nothing.
alter table promise drop constraint promise_status_check;
alter table promise add constraint promise_status_check
    check (status in ('OPEN', 'KEPT', 'PARTLY_KEPT', 'BROKEN', 'REPLACED', 'LAPSED', 'WITHDRAWN'));
