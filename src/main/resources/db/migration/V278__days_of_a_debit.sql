-- For so many bank days after its due date an item with a mandate is taken to be debited; 0: mandates are not read. Creditors
-- that are here say when they are: until then their debtors are asked as before.
alter table creditor_terms add column debit_bank_days int not null default 0 check (debit_bank_days between 0 and 60);
