-- Numbers that begin with zeros, by what a spreadsheet leaves of them: an import asks whether it meets one of these again.
create index debtor_without_zeros on debtor (creditor_id, ltrim(external_id, '0')) where external_id like '0%';
create index open_item_without_zeros on open_item (creditor_id, ltrim(invoice_id, '0')) where invoice_id like '0%';
