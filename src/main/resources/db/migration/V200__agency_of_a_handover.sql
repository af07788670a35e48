-- To whom a case was given, with the address, in one line, as debtors are told: what is configured may be another one later.
-- Null: it was not named, or the hand-over is older than this column.
alter table handover add column agency text;
