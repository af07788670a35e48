package dev.kulanz.intake;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Refuses rows whose debtor or invoice is there already but for zeros at the start of its number, in the file or in what is
 * kept: a spreadsheet takes numbers for what they are worth. Without a sign that it is the same one, it is only doubted.
 * What is kept already under exactly this id is not asked about again.
 */
final class LostZeros {

    /** Debtors that would be new. With and without zeros are looked up apart: so each finds its index. */
    private static final String DEBTORS_KEPT = """
            with asked as (
                select distinct creditor_id, debtor_id, ltrim(debtor_id, '0') as bare from intake_row r
                where refusal is null and not exists (
                    select from debtor d where d.creditor_id = r.creditor_id and d.external_id = r.debtor_id)
            ), near as (
                select a.creditor_id, a.debtor_id, d.id, d.external_id, lower(d.name) as name
                from asked a join debtor d on d.creditor_id = a.creditor_id and d.external_id = a.bare
                where a.debtor_id like '0%'
                union
                select a.creditor_id, a.debtor_id, d.id, d.external_id, lower(d.name)
                from asked a join debtor d on d.creditor_id = a.creditor_id and ltrim(d.external_id, '0') = a.bare
                where d.external_id like '0%'
            ), judged as (
                select n.creditor_id, n.debtor_id, n.external_id,
                       bool_or(n.name = lower(r.name)
                           or exists (select from contact_point p where p.debtor_id = n.id and lower(p.value) in
                                          (lower(r.email), lower(r.contact_email), r.phone, r.mobile))
                           or exists (select from account a join open_item i on i.account_id = a.id
                                      where a.debtor_id = n.id
                                        and (ltrim(i.invoice_id, '0') = ltrim(r.invoice_id, '0')
                                             or (i.due_date = r.due_date and r.amount = (
                                                    select sum(e.amount) from ledger_entry e
                                                    where e.open_item_id = i.id and e.kind = 'PRINCIPAL'))))) as same
                from near n
                join intake_row r on r.creditor_id = n.creditor_id and r.debtor_id = n.debtor_id and r.refusal is null
                group by n.creditor_id, n.debtor_id, n.external_id
            ), told as (
                select distinct on (creditor_id, debtor_id) * from judged
                order by creditor_id, debtor_id, same desc, external_id
            )
            update intake_row r
            set refusal = case when t.same then 'DEBTOR_ZEROS' end, doubt = 'DEBTOR_ZEROS', other_id = t.external_id
            from told t
            where r.refusal is null and r.creditor_id = t.creditor_id and r.debtor_id = t.debtor_id""";

    /** Two ids in the file of which neither is kept: the longer one has its zeros still. */
    private static final String DEBTORS_IN_FILE = """
            with led as (
                select creditor_id, debtor_id, ltrim(debtor_id, '0') as bare, min(line) as line from intake_row
                where refusal is null and debtor_id like '0%' group by creditor_id, debtor_id
            ), judged as (
                select r.creditor_id, r.debtor_id, l.debtor_id as other_id, l.line as other_line,
                       bool_or(exists (
                           select from intake_row o
                           where o.creditor_id = l.creditor_id and o.debtor_id = l.debtor_id and o.refusal is null
                             and (lower(o.name) = lower(r.name) or lower(o.email) = lower(r.email)
                                  or o.phone = r.phone or o.mobile = r.mobile
                                  or ltrim(o.invoice_id, '0') = ltrim(r.invoice_id, '0')
                                  or (o.amount = r.amount and o.due_date = r.due_date)))) as same
                from led l
                join intake_row r on r.creditor_id = l.creditor_id and ltrim(r.debtor_id, '0') = l.bare
                where r.refusal is null and length(r.debtor_id) < length(l.debtor_id)
                  and not exists (select from debtor d where d.creditor_id = r.creditor_id and d.external_id = r.debtor_id)
                group by r.creditor_id, r.debtor_id, l.debtor_id, l.line
            ), told as (
                select distinct on (creditor_id, debtor_id) * from judged
                order by creditor_id, debtor_id, same desc, length(other_id) desc
            )
            update intake_row r
            set refusal = case when t.same then 'DEBTOR_ZEROS' end, doubt = 'DEBTOR_ZEROS', other_id = t.other_id,
                other_line = t.other_line
            from told t
            where r.refusal is null and r.creditor_id = t.creditor_id and r.debtor_id = t.debtor_id""";

    private static final String INVOICES_KEPT = """
            with asked as (
                select line, creditor_id, debtor_id, invoice_id, lower(name) as name, amount, due_date,
                       ltrim(invoice_id, '0') as bare
                from intake_row r
                where refusal is null and amount >= 0 and not exists (
                    select from open_item i where i.creditor_id = r.creditor_id and i.invoice_id = r.invoice_id)
            ), near as (
                select a.*, i.id, i.invoice_id as other_id, i.account_id, i.due_date as other_due
                from asked a join open_item i on i.creditor_id = a.creditor_id and i.invoice_id = a.bare
                where a.invoice_id like '0%'
                union
                select a.*, i.id, i.invoice_id, i.account_id, i.due_date
                from asked a join open_item i on i.creditor_id = a.creditor_id and ltrim(i.invoice_id, '0') = a.bare
                where i.invoice_id like '0%'
            ), judged as (
                select n.line, n.other_id,
                       bool_or(d.external_id = n.debtor_id or lower(d.name) = n.name
                           or (n.other_due = n.due_date and n.amount = (
                                  select sum(e.amount) from ledger_entry e
                                  where e.open_item_id = n.id and e.kind = 'PRINCIPAL'))) as same
                from near n join account a on a.id = n.account_id join debtor d on d.id = a.debtor_id
                group by n.line, n.other_id
            ), told as (
                select distinct on (line) * from judged order by line, same desc, other_id
            )
            update intake_row r
            set refusal = case when t.same then 'INVOICE_ZEROS' end, doubt = 'INVOICE_ZEROS', other_id = t.other_id
            from told t where r.refusal is null and r.line = t.line""";

    private static final String CREDITS_KEPT = """
            with asked as (
                select line, creditor_id, debtor_id, invoice_id, lower(name) as name, ltrim(invoice_id, '0') as bare
                from intake_row r
                where refusal is null and amount < 0 and not exists (
                    select from credit_note n where n.creditor_id = r.creditor_id and n.number = r.invoice_id)
            ), near as (
                select a.*, n.number as other_id, n.account_id
                from asked a join credit_note n on n.creditor_id = a.creditor_id and n.number = a.bare
                where a.invoice_id like '0%'
                union
                select a.*, n.number, n.account_id
                from asked a join credit_note n on n.creditor_id = a.creditor_id and ltrim(n.number, '0') = a.bare
                where n.number like '0%'
            ), told as (
                select distinct on (n.line) n.line, n.other_id, (d.external_id = n.debtor_id or lower(d.name) = n.name) as same
                from near n join account a on a.id = n.account_id join debtor d on d.id = a.debtor_id
                order by n.line, same desc, n.other_id
            )
            update intake_row r
            set refusal = case when t.same then 'INVOICE_ZEROS' end, doubt = 'INVOICE_ZEROS', other_id = t.other_id
            from told t where r.refusal is null and r.line = t.line""";

    /** An invoice and a credit note may bear the same number: only invoices, and only credit notes, are told by each other. */
    private static final String INVOICES_IN_FILE = """
            with led as (
                select creditor_id, debtor_id, invoice_id, ltrim(invoice_id, '0') as bare, line, lower(name) as name,
                       amount, due_date
                from intake_row where refusal is null and invoice_id like '0%'
            ), told as (
                select distinct on (r.line) r.line, l.invoice_id as other_id, l.line as other_line,
                       (l.debtor_id = r.debtor_id or l.name = lower(r.name)
                        or (l.amount = r.amount and l.due_date = r.due_date)) as same
                from led l
                join intake_row r on r.creditor_id = l.creditor_id and ltrim(r.invoice_id, '0') = l.bare
                where r.refusal is null and length(r.invoice_id) < length(l.invoice_id) and (l.amount < 0) = (r.amount < 0)
                  and not exists (
                      select from open_item i
                      where i.creditor_id = r.creditor_id and i.invoice_id = r.invoice_id and r.amount >= 0)
                  and not exists (
                      select from credit_note n
                      where n.creditor_id = r.creditor_id and n.number = r.invoice_id and r.amount < 0)
                order by r.line, same desc, length(l.invoice_id) desc, l.line
            )
            update intake_row r
            set refusal = case when t.same then 'INVOICE_ZEROS' end, doubt = 'INVOICE_ZEROS', other_id = t.other_id,
                other_line = t.other_line
            from told t where r.refusal is null and r.line = t.line""";

    private final JdbcClient jdbc;

    LostZeros(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void pass() {
        jdbc.sql(DEBTORS_KEPT).update();
        jdbc.sql(DEBTORS_IN_FILE).update();
        jdbc.sql(INVOICES_KEPT).update();
        jdbc.sql(CREDITS_KEPT).update();
        jdbc.sql(INVOICES_IN_FILE).update();
    }
}
