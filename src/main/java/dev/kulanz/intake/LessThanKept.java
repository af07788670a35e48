package dev.kulanz.intake;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Marks refused rows that leave less of an invoice than is open here: without them more might be demanded than is owed. How
 * much a row leaves depends on whether its amount is the invoice's or what is left; the reading that is better for the debtor
 * counts. A duplicate says nothing beside the row that was taken.
 */
final class LessThanKept {

    /**
     * Which part the row names is known where it was found, or has the number or the day of one; else it may be any that no
     * row of the file was taken for.
     */
    private static final String MARK = """
            update intake_row u set may_be_credit = true
            from (
                select distinct r.line
                from intake_row r
                join open_item i on i.creditor_id = r.creditor_id
                                and i.invoice_id = case r.refusal when 'INVOICE_ZEROS' then r.other_id else r.invoice_id end
                join account a on a.id = i.account_id
                join debtor d on d.id = a.debtor_id
                             and d.external_id = case r.refusal when 'DEBTOR_ZEROS' then r.other_id else r.debtor_id end
                left join intake_instalment m on m.line = r.line
                cross join lateral (
                    select coalesce(sum(e.amount) filter (where e.kind = 'PRINCIPAL'), 0) as principal,
                           coalesce(sum(e.amount), 0) as open,
                           coalesce(-sum(e.amount) filter (where e.kind = 'CLEARED_ELSEWHERE'), 0) as cleared,
                           coalesce(-sum(e.amount) filter (where e.kind = 'PAYMENT' and e.source = 'IMPORT'), 0) as imported
                    from ledger_entry e where e.open_item_id = i.id) l
                cross join lateral (
                    select r.amount - greatest(coalesce(r.paid, 0), l.imported)
                           - (l.principal - l.open - l.cleared - l.imported) as of_invoice) leaves
                where r.refusal <> 'DUPLICATE' and not r.may_be_credit and r.amount >= 0 and l.open > 0
                  and (a.currency = coalesce(r.currency, a.currency) or r.amount = 0 or r.paid >= r.amount)
                  and case
                      when m.line is not null then i.instalment = m.instalment
                      when exists (select from open_item o where o.creditor_id = i.creditor_id
                                   and o.invoice_id = i.invoice_id and o.given_instalment = r.instalment)
                          then i.given_instalment = r.instalment
                      when exists (select from open_item o where o.creditor_id = i.creditor_id
                                   and o.invoice_id = i.invoice_id and o.due_date = r.due_date)
                          then i.due_date = r.due_date
                      else not exists (
                          select from intake_row n left join intake_instalment t on t.line = n.line
                          where n.creditor_id = i.creditor_id and n.invoice_id = i.invoice_id and n.refusal is null
                            and n.amount >= 0 and coalesce(t.instalment, 1) = i.instalment) end
                  and (:amounts <> 'INVOICE' and r.amount < l.open
                       or leaves.of_invoice < l.open and r.open_amount is null and (
                           :amounts = 'INVOICE'
                           or :amounts = 'UNSAID' and not i.amount_is_rest
                               and (r.amount <> l.open or r.paid > 0 or l.open = l.principal)))) less
            where u.line = less.line""";

    private final JdbcClient jdbc;

    LessThanKept(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void mark(AmountMeaning amounts) {
        jdbc.sql(MARK).param("amounts", amounts.name()).update();
    }
}
