package dev.kulanz.intake;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds refused rows that leave less of an invoice than is open here, for whom it is open: without them more might be demanded
 * than is owed. How much a row leaves depends on whether its amount is the invoice's or what is left; the reading that is better
 * for the debtor counts, and so does the number in a currency that is contradicted. A duplicate says nothing beside the row that
 * was taken. What was held beside such a row and gives him more time, or says that he disputes it, must come again as well.
 */
final class LessThanKept {

    /**
     * Which part the row names is known where it was found, or has the number or the day of one; else it may be any. A part
     * for which another row of the file was taken has that row's amount.
     */
    private static final String FIND = """
            insert into intake_favour
                select distinct r.line, r.creditor_id, d.external_id,
                       case when d.external_id = r.debtor_id then %2$s end
                from intake_row r
                join open_item i on i.creditor_id = r.creditor_id and i.invoice_id = %1$s
                join account a on a.id = i.account_id
                join debtor d on d.id = a.debtor_id
                             and (r.refusal = any(:owner) or d.external_id = r.debtor_id)
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
                where r.refusal is not null and not (
                      r.refusal = 'DUPLICATE' and r.other_line in (select line from intake_row where refusal is null))
                  and not r.may_be_credit and r.amount >= 0 and l.open > 0
                  and case
                      when m.line is not null then i.instalment = m.instalment
                      when exists (select from open_item o where o.creditor_id = i.creditor_id
                                   and o.invoice_id = i.invoice_id and o.given_instalment = r.instalment)
                          then i.given_instalment = r.instalment
                      when exists (select from open_item o where o.creditor_id = i.creditor_id
                                   and o.invoice_id = i.invoice_id and o.due_date = r.due_date)
                          then i.due_date = r.due_date
                      else true end
                  and not exists (
                      select from intake_row n left join intake_instalment t on t.line = n.line
                      where n.creditor_id = i.creditor_id and n.invoice_id = i.invoice_id and n.refusal is null
                        and n.amount >= 0 and coalesce(t.instalment, 1) = i.instalment)
                  and (r.refusal = 'HELD' and (r.due_date > i.due_date or num_nonnulls(r.block_reason, r.promise_date) > 0)
                       or (:amounts <> 'INVOICE' or r.open_amount is not null) and r.amount < l.open
                       or leaves.of_invoice < l.open and r.open_amount is null and (
                           :amounts = 'INVOICE'
                           or :amounts = 'UNSAID' and not i.amount_is_rest
                               and (r.amount <> l.open or r.paid > 0 or l.open = l.principal)))
                  and not exists (
                      select from intake_favour f where f.line = r.line and f.debtor_id = d.external_id)""".formatted(InFavour.NUMBER, InFavour.CURRENCY);

    private final JdbcClient jdbc;

    LessThanKept(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void find(AmountMeaning amounts) {
        jdbc.sql(FIND)
                .param("amounts", amounts.name())
                .param("owner", InFavour.reasons(Favoured.OWNER))
                .update();
    }
}
