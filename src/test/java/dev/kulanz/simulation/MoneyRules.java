package dev.kulanz.simulation;

import java.util.List;

/** What must be true of every account. */
final class MoneyRules {

    static final List<Rule> ALL = List.of(
            new Rule("5 payments less returns stand in the ledger", """
                    select null, null, d.external_id || ' ' || a.currency || ' ' || p.paid || ' ledger ' || l.booked from account a
                    join debtor d on d.id = a.debtor_id
                    cross join lateral (
                        select coalesce(sum(p.amount) filter (where r.payment_id is null), 0) as paid
                        from payment p left join payment_return r on r.payment_id = p.id where p.account_id = a.id) p
                    cross join lateral (
                        select -coalesce(sum(e.amount) filter (
                            where e.kind in ('PAYMENT', 'CREDIT') and e.credit_note_id is null), 0) as booked
                        from ledger_entry e where e.account_id = a.id) l
                    where d.creditor_id = :creditor and p.paid <> l.booked"""),
            new Rule("5 no credit note is used for more than it grants", """
                    select null, null, n.number || ' ' || n.granted || ', left ' || n.unused from credit_balance n
                    where n.creditor_id = :creditor and (n.granted < 0 or n.unused < 0 or n.unused > n.granted)"""),
            new Rule("5 no item is paid beyond its amount", """
                    select null, null, b.invoice_id || ' ' || b.open_amount from item_balance b join open_item i on i.id = b.id
                    where i.creditor_id = :creditor and b.open_amount < 0"""),
            new Rule("5 no credit while an open case owes", """
                    select k.number, null, 'credit ' || s.credit from dunning_case k
                    cross join lateral (select -coalesce(sum(e.amount), 0) as credit from ledger_entry e
                                        where e.account_id = k.account_id and e.open_item_id is null) s
                    where k.creditor_id = :creditor and k.status = 'OPEN' and s.credit > 0"""),
            new Rule("5 no account owes less than nothing beside its items", """
                    select null, null, d.external_id || ' ' || s.credit from account a join debtor d on d.id = a.debtor_id
                    cross join lateral (select coalesce(sum(e.amount), 0) as credit from ledger_entry e
                                        where e.account_id = a.id and e.open_item_id is null) s
                    where d.creditor_id = :creditor and s.credit > 0"""));

    private MoneyRules() {}
}
