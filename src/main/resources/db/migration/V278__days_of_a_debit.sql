-- For so many bank days after its due date an item with a mandate is taken to be debited; 0: mandates are not read. It asks
-- debtors later than before, so it holds for all terms that were set.
alter table creditor_terms add column debit_bank_days int not null default 8 check (debit_bank_days between 0 and 60);
