-- What comes next is asked for a page of cases by their numbers: few of the messages are still to go or of unknown fate.
create index contact_to_come_by_number on contact (case_number) where status in ('PLANNED', 'UNKNOWN');

-- Which ladders open cases are on.
create index open_case_by_journey on dunning_case (journey) where status = 'OPEN';
