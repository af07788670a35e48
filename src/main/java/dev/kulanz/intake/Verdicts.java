package dev.kulanz.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refuses rows that contradict another row of the file, or what is kept already. In sets, after staging. */
final class Verdicts {

    private static final String TWO_PERSONS = """
            with doubtful as (
                select creditor_id, debtor_id from intake_row where refusal is null
                group by creditor_id, debtor_id
                having min(lower(name)) <> max(lower(name)) or min(birth_date) <> max(birth_date)
            ), compared as (
                select r.line, r.creditor_id, r.debtor_id,
                       lower(r.name) <> first_value(lower(r.name)) over (d order by r.line)
                       or coalesce(r.birth_date <> first_value(r.birth_date)
                              over (d order by r.birth_date is null, r.line), false) as differs
                from intake_row r join doubtful using (creditor_id, debtor_id)
                where r.refusal is null
                window d as (partition by r.creditor_id, r.debtor_id)
            ), told as (
                select line, case when differs then min(line) filter (where not differs) over d
                                  else min(line) filter (where differs) over d end as other_line
                from compared window d as (partition by creditor_id, debtor_id)
            )
            update intake_row r set refusal = 'TWO_PERSONS', other_line = told.other_line
            from told where told.line = r.line""";

    private static final String OTHER_PERSON = """
            update intake_row r set refusal = 'OTHER_PERSON'
            from debtor d
            where r.refusal is null and d.creditor_id = r.creditor_id and d.external_id = r.debtor_id
              and d.birth_date <> r.birth_date and lower(d.name) <> lower(r.name)""";

    /**
     * Zero says something only of what is kept: that nothing is open of it any more. A credit note has no due date, and a
     * row beside it that names it says more, though it be refused.
     */
    private static final String ZERO = """
            update intake_row r set refusal = 'ZERO'
            where r.refusal is null and r.amount = 0 and (
                exists (select from intake_row o where o.creditor_id = r.creditor_id and o.invoice_id = r.invoice_id
                        and o.refusal is null and o.amount <> 0 and o.due_date is not distinct from r.due_date
                        and o.instalment is not distinct from r.instalment)
                or not exists (select from open_item i where i.creditor_id = r.creditor_id and i.invoice_id = r.invoice_id)
                and (not exists (select from credit_note n where n.creditor_id = r.creditor_id and n.number = r.invoice_id)
                     or exists (select from intake_row o where o.creditor_id = r.creditor_id
                                and o.invoice_id = r.invoice_id and (o.refusal is not null or o.amount < 0))))""";

    /**
     * An invoice and a credit note may bear the same number: the one for the other. Rows of one invoice are its instalments
     * if they are of one debtor, each with its own number or due date.
     */
    private static final String DUPLICATE = """
            with several as (
                select creditor_id, invoice_id, amount < 0 as credit from intake_row
                where refusal is null group by creditor_id, invoice_id, amount < 0 having count(*) > 1
            ), compared as (
                select r.line, r.amount < 0 as credit, first_value(r.line) over invoice as first_line,
                       (r.debtor_id, r.currency) is distinct from (first_value(r.debtor_id) over invoice,
                                                                   first_value(r.currency) over invoice) as foreign_row,
                       first_value(r.line) over (
                           partition by r.creditor_id, r.invoice_id, r.amount < 0, r.instalment,
                                        case when r.instalment is null then r.due_date end
                           order by r.line) as same_line
                from intake_row r join several s
                    on s.creditor_id = r.creditor_id and s.invoice_id = r.invoice_id and s.credit = (r.amount < 0)
                where r.refusal is null
                window invoice as (partition by r.creditor_id, r.invoice_id, r.amount < 0 order by r.line)
            )
            update intake_row r
            set refusal = 'DUPLICATE', other_line = case when c.same_line < c.line then c.same_line else c.first_line end
            from compared c
            where c.line = r.line and (c.same_line < c.line or (c.foreign_row or c.credit) and c.first_line < c.line)""";

    /** A credit note is named once, and zero of what is no invoice here is said of one. */
    private static final String CREDIT_TWICE = """
            update intake_row r set refusal = 'DUPLICATE', other_line = f.line
            from (select creditor_id, invoice_id, min(line) as line from intake_row
                  where refusal is null and amount <= 0 group by creditor_id, invoice_id having count(*) > 1) f
            where r.refusal is null and r.amount <= 0 and r.line > f.line
              and r.creditor_id = f.creditor_id and r.invoice_id = f.invoice_id
              and not exists (select from open_item i where i.creditor_id = r.creditor_id and i.invoice_id = r.invoice_id)""";

    private static final String OTHER_OWNER = """
            update intake_row r
            set refusal = case when d.external_id <> r.debtor_id then 'OTHER_DEBTOR' else 'OTHER_CURRENCY' end
            from open_item i join account a on a.id = i.account_id join debtor d on d.id = a.debtor_id
            where r.refusal is null and r.amount >= 0 and i.creditor_id = r.creditor_id and i.invoice_id = r.invoice_id
              and (d.external_id <> r.debtor_id or a.currency <> r.currency)""";

    private static final String CREDIT_OF_OTHER_OWNER = """
            update intake_row r
            set refusal = case when d.external_id <> r.debtor_id then 'OTHER_DEBTOR' else 'OTHER_CURRENCY' end
            from credit_note n join account a on a.id = n.account_id join debtor d on d.id = a.debtor_id
            where r.refusal is null and n.creditor_id = r.creditor_id and n.number = r.invoice_id
              and (r.amount < 0 or r.amount = 0 and not exists (
                  select from open_item i where i.creditor_id = r.creditor_id and i.invoice_id = r.invoice_id))
              and (d.external_id <> r.debtor_id or a.currency <> r.currency)""";

    private static final String CREDITS_OTHER_OWNER = """
            update intake_row r
            set refusal = case when owner.debtor <> r.debtor_id then 'CREDITS_OTHER_DEBTOR' else 'CREDITS_OTHER_CURRENCY' end
            from (select i.creditor_id, i.invoice_id, d.external_id as debtor, a.currency
                  from open_item i join account a on a.id = i.account_id join debtor d on d.id = a.debtor_id
                  union
                  select creditor_id, invoice_id, debtor_id, currency from intake_row
                  where refusal is null and amount > 0) owner
            where r.refusal is null and r.amount < 0 and owner.creditor_id = r.creditor_id
              and owner.invoice_id = coalesce(r.credits_invoice, r.invoice_id)
              and (owner.debtor <> r.debtor_id or owner.currency <> r.currency)""";

    /**
     * The amount fell to exactly what was left here, now or after an earlier payment, and the row says that some of it was
     * paid: it may be what is left, or the invoice may have become lower and the payments were deducted nowhere yet.
     */
    private static final String TWO_MEANINGS = """
            update intake_row r set refusal = 'TWO_MEANINGS', may_be_credit = true
            from open_item i join item_balance b on b.id = i.id
            where r.refusal is null and r.amount > 0 and r.paid > 0 and i.creditor_id = r.creditor_id
              and i.invoice_id = r.invoice_id and not i.amount_is_rest
              and i.instalment = coalesce((select m.instalment from intake_instalment m where m.line = r.line), 1)
              and r.amount < b.original_amount and (r.amount = b.open_amount or %s)""".formatted(EarlierRests.contain("i.id", "r.amount", "true"));

    /**
     * More was paid than is known here, and a credit note that the file does not name was set off here: it may be part of
     * that, or not. It is not if it is more; it is taken to be if just that is missing, or if nothing is left anyway.
     */
    private static final String PAID_OR_CREDITED = """
            update intake_row r set refusal = 'PAID_OR_CREDITED', may_be_credit = true
            from open_item i
            cross join lateral (
                select coalesce(-sum(e.amount) filter (
                           where e.kind in ('PAYMENT', 'CREDIT') and e.credit_note_id is null and e.source <> 'SURPLUS'), 0)
                           as paid,
                       coalesce(-sum(e.amount) filter (where e.credit_note_id is not null and not exists (
                           select from credit_note c
                           join intake_row n on n.creditor_id = c.creditor_id and n.invoice_id = c.number and n.amount <= 0
                           where c.id = e.credit_note_id)), 0) as credited
                from ledger_entry e where e.open_item_id = i.id) known
            where r.refusal is null and r.amount > 0 and r.open_amount is null and i.creditor_id = r.creditor_id
              and i.invoice_id = r.invoice_id and (:said or not i.amount_is_rest)
              and i.account_id in (select account_id from credit_note)
              and i.instalment = coalesce((select m.instalment from intake_instalment m where m.line = r.line), 1)
              and known.credited > 0 and r.paid >= known.credited and r.paid < r.amount and r.paid > known.paid
              and r.paid <> known.paid + known.credited""";

    /**
     * A part of an invoice that grew by another one which the file does not name: the creditor put them together, and only a
     * complete list would end the other.
     */
    private static final String TOGETHER = """
            update intake_row r set refusal = 'TOGETHER'
            from intake_instalment m, open_item i, item_balance b
            where r.refusal is null and m.line = r.line and i.creditor_id = r.creditor_id and i.invoice_id = r.invoice_id
              and i.instalment = m.instalment and b.id = i.id and r.amount > b.original_amount
              and r.amount >= b.open_amount + (
                  select min(p.open_amount) from open_item o join item_balance p on p.id = o.id
                  where o.creditor_id = r.creditor_id and o.invoice_id = r.invoice_id and o.instalment <> m.instalment
                    and p.open_amount > 0 and not exists (
                        select from intake_row n join intake_instalment t on t.line = n.line
                        where n.creditor_id = o.creditor_id and n.invoice_id = o.invoice_id and t.instalment = o.instalment))""";

    /**
     * What a refused row would have taken off makes the invoices untrue of whom it may be to the credit of; what is to his
     * credit, too, is taken.
     */
    private static final String HELD = """
            with missing as (
                select creditor_id, debtor_id, currency, min(line) as line from intake_favour group by 1, 2, 3
            ), held as (
                select r.line, min(m.line) as other_line
                from intake_row r
                join missing m on m.creditor_id = r.creditor_id and m.debtor_id = r.debtor_id
                where r.refusal is null and r.amount > 0 and (m.currency is null or m.currency = r.currency)
                group by r.line
            )
            update intake_row r set refusal = 'HELD', other_line = held.other_line from held where held.line = r.line""";

    private final JdbcClient jdbc;

    Verdicts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void pass(LocalDate today, ImportOptions options) {
        jdbc.sql(TWO_PERSONS).update();
        jdbc.sql(OTHER_PERSON).update();
        new LostZeros(jdbc).pass();
        for (String verdict :
                new String[] {ZERO, DUPLICATE, CREDIT_TWICE, OTHER_OWNER, CREDIT_OF_OTHER_OWNER, CREDITS_OTHER_OWNER}) {
            jdbc.sql(verdict).update();
        }
        new InstalmentMatch(jdbc).find();
        if (options.mode() == ImportOptions.Mode.CHANGES) {
            jdbc.sql(TOGETHER).update();
        }
        if (options.amounts() == AmountMeaning.UNSAID) {
            jdbc.sql(TWO_MEANINGS).update();
        }
        if (options.mode() == ImportOptions.Mode.CHANGES && options.amounts() != AmountMeaning.REMAINING) {
            jdbc.sql(PAID_OR_CREDITED)
                    .param("said", options.amounts() == AmountMeaning.INVOICE)
                    .update();
        }
        new RunningVerdicts(jdbc).pass(today);
        new InFavour(jdbc).find(options.amounts());
        if (jdbc.sql(HELD).update() > 0) {
            new LessThanKept(jdbc).find(options.amounts()); // what is held may be to his credit itself
        }
    }

    /** How many rows are refused, whatever the reason. */
    long refusedRows() {
        return jdbc.sql("select count(*) from intake_row where refusal is not null")
                .query(Long.class)
                .single();
    }

    /** What to say of the first rows that were refused here. */
    List<RowMessage> messages() {
        return jdbc.sql("""
                        select line, refusal, coalesce(other_line, 0) as other_line, debtor_id, invoice_id,
                               coalesce(credits_invoice, invoice_id) as credits_invoice,
                               coalesce(other_id, '') as other_id
                        from intake_row where refusal <> 'ROW' order by line limit :limit""")
                .param("limit", Findings.LIMIT)
                .query((row, i) -> message(Refused.valueOf(row.getString("refusal")), row))
                .list();
    }

    /** What to say of one of them. */
    static RowMessage message(Refused why, ResultSet row) throws SQLException {
        return new RowMessage(
                row.getLong("line"),
                why.field(),
                why.message(row.getString(why.concerns()), row.getLong("other_line"), row.getString("other_id")));
    }
}
