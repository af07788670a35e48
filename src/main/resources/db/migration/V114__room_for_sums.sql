-- One item may be as large as numeric(14, 2) lets it be; what adds several up needs more room.
alter table contact alter column demanded_amount type numeric(20, 2);
alter table promise alter column amount type numeric(20, 2), alter column paid type numeric(20, 2);
alter table handover alter column amount type numeric(20, 2);
alter table handover_item alter column amount type numeric(20, 2);
