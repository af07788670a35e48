-- Where a case came to the same step again and nothing had changed: looked for whenever people look at incidents.
create index journal_in_vain on journal (case_number)
    where kind = 'StepFound' and (facts ->> 'inVain') is not null;

-- What was tried more than five times in one round: few.
create index contact_tried_often on contact (case_id) where status = 'PLANNED' and attempt > 5;
