package dev.kulanz.intake;

import dev.kulanz.access.CreditorScope;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings credit notes in: rows with a negative amount. A credit note is known by its own number; named again it is brought
 * to what the file says. What it was used for already is taken back from the items only as far as nothing else is left of
 * it, the latest first.
 */
final class CreditNoteMerge {

    /**
     * One line for each credit note, as it shall be: {@code amount} is what it then grants, positive. A row that says
     * exactly what is left here of a known one names just that: the creditor has set the rest off as well. Zero ends it.
     */
    private static final String COMPARE = """
            create temp table intake_credit on commit drop as
            select s.*, s.known_id is not null and s.credits_invoice is distinct from s.old_credits_invoice as rebound,
                   s.known_id is null or s.amount <> s.old_amount
                       or s.credits_invoice is distinct from s.old_credits_invoice as says_more
            from (
                select r.line, r.creditor_id, r.invoice_id as number, d.id as debtor_id, a.id as account_id, r.currency,
                       coalesce(k.id, new_id()) as id, k.id as known_id, r.invoice_date as issued_on,
                       coalesce(r.credits_invoice, k.credits_invoice) as credits_invoice,
                       k.credits_invoice as old_credits_invoice,
                       coalesce(k.granted, 0) as old_amount, coalesce(k.unused, 0) as unused,
                       case when rest.named then k.granted
                            when not rest.said or -r.amount > coalesce(k.granted, 0) then -r.amount
                            when -r.amount >= k.unused then k.granted
                            else k.granted - k.unused - r.amount end as amount,
                       rest.named as is_rest
                from intake_row r
                join intake_debtor d on d.creditor_id = r.creditor_id and d.external_id = r.debtor_id
                join account a on a.debtor_id = d.id and a.currency = r.currency
                left join credit_balance k on k.creditor_id = r.creditor_id and k.number = r.invoice_id
                cross join lateral (select
                    r.open_amount is not null or :amounts = 'REMAINING' as said,
                    coalesce(r.open_amount is null and :amounts = 'UNSAID' and r.amount < 0
                             and -r.amount = k.unused and k.unused < k.granted, false) as named) rest
                where r.refusal is null and (r.amount < 0 or r.amount = 0 and not exists (
                    select from open_item i where i.creditor_id = r.creditor_id and i.invoice_id = r.invoice_id))
            ) s""";

    /**
     * What a complete list no longer names ends. Where it was used for an invoice that the list does not name either, both
     * are settled there, too, and it stays.
     */
    private static final String END = """
            insert into intake_credit (line, creditor_id, number, debtor_id, account_id, currency, id, known_id, issued_on,
                                       credits_invoice, old_credits_invoice, old_amount, unused, amount, is_rest, rebound,
                                       says_more)
            select null, k.creditor_id, k.number, a.debtor_id, a.id, a.currency, k.id, k.id, k.issued_on,
                   k.credits_invoice, k.credits_invoice, k.granted, k.unused, k.granted - k.unused - named.used, false, false,
                   true
            from credit_balance k
            join account a on a.id = k.account_id
            cross join lateral (
                select coalesce(-sum(e.amount), 0) as used
                from ledger_entry e join open_item i on i.id = e.open_item_id
                where e.credit_note_id = k.id and exists (
                    select from intake_row r where r.creditor_id = i.creditor_id and r.invoice_id = i.invoice_id
                    and r.refusal is null and r.amount > 0)) named
            where k.creditor_id in (select creditor_id from intake_row) and (:all or k.creditor_id = any(:creditors))
              and k.unused + named.used > 0
              and not exists (select from intake_row r where r.creditor_id = k.creditor_id and r.invoice_id = k.number
                              and (r.refusal is not null or r.amount <= 0))
              and not exists (select from intake_row r -- named, but without its zeros
                              where r.creditor_id = k.creditor_id and r.refusal in ('DEBTOR_ZEROS', 'INVOICE_ZEROS')
                                and ltrim(r.invoice_id, '0') = ltrim(k.number, '0'))""";

    private static final String ADD = """
            insert into credit_note (id, account_id, creditor_id, number, credits_invoice, issued_on, created_at, updated_at)
            select id, account_id, creditor_id, number, credits_invoice, issued_on, :now, :now
            from intake_credit where known_id is null order by line""";

    private static final String CHANGE = """
            update credit_note n set credits_invoice = s.credits_invoice, updated_at = :now
            from intake_credit s where n.id = s.known_id and s.says_more""";

    /** Names another invoice now: what was used of it is free again, and finds its place anew. */
    private static final String FREE = """
            insert into ledger_entry (account_id, open_item_id, credit_note_id, kind, amount, value_date, booked_at, source)
            select s.account_id, side.item, s.id, 'CREDIT', side.amount, :today, :now, 'IMPORT'
            from intake_credit s
            cross join lateral (
                select e.open_item_id, -sum(e.amount) as used from ledger_entry e
                where e.credit_note_id = s.id and e.open_item_id is not null
                group by e.open_item_id having sum(e.amount) < 0) u
            cross join lateral (values (u.open_item_id, u.used), (null, -u.used)) as side (item, amount)
            where s.rebound""";

    private static final String GRANT = """
            insert into ledger_entry (account_id, credit_note_id, kind, amount, value_date, booked_at, source)
            select account_id, id, 'CREDIT', old_amount - amount,
                   case when known_id is null then coalesce(issued_on, :today) else :today end, :now, 'IMPORT'
            from intake_credit where amount > old_amount order by line""";

    private static final String TAKE_BACK = """
            insert into ledger_entry (account_id, open_item_id, credit_note_id, kind, amount, value_date, booked_at, source)
            select account_id, open_item_id, id, 'CREDIT', least(part, back - before), :today, :now, 'IMPORT'
            from (
                select s.account_id, s.id, s.old_amount - s.amount as back, u.open_item_id, u.part,
                       sum(u.part) over (partition by s.id order by u.open_item_id is not null, u.last desc) - u.part as before
                from intake_credit s
                cross join lateral (
                    select e.open_item_id, -sum(e.amount) as part, max(e.id) as last from ledger_entry e
                    where e.credit_note_id = s.id
                    group by e.open_item_id having sum(e.amount) < 0) u
                where s.amount < s.old_amount and (s.line is not null or u.open_item_id is null or exists (
                    select from open_item i join intake_row r on r.creditor_id = i.creditor_id and r.invoice_id = i.invoice_id
                    where i.id = u.open_item_id and r.refusal is null and r.amount > 0))
            ) parts
            where before < back""";

    private static final String REMARKS = """
            insert into intake_remark
            select line, 'CREDIT_REST', number, old_amount - unused from intake_credit where is_rest
            union all
            select s.line, 'CREDIT_OF_INVOICE', s.number, null from intake_credit s
            where s.line is not null and s.known_id is null and s.credits_invoice is null and (exists (
                select from open_item i where i.creditor_id = s.creditor_id and i.invoice_id = s.number)
                or exists (select from intake_row r where r.creditor_id = s.creditor_id and r.invoice_id = s.number
                           and r.refusal is null and r.amount > 0))
            union all
            select s.line, 'CREDIT_OF_UNKNOWN', s.credits_invoice, null from intake_credit s
            where s.line is not null and s.says_more and s.credits_invoice is not null and not exists (
                select from open_item i where i.creditor_id = s.creditor_id and i.invoice_id = s.credits_invoice)
                and not exists (select from intake_row r where r.creditor_id = s.creditor_id
                                and r.invoice_id = s.credits_invoice and r.refusal is null and r.amount > 0)
            union all
            select r.line, 'INVOICE_AND_CREDIT', r.invoice_id, k.granted
            from intake_row r join credit_balance k on k.creditor_id = r.creditor_id and k.number = r.invoice_id
            where r.refusal is null and r.amount > 0 and k.granted > 0
              and not exists (select from open_item i where i.creditor_id = r.creditor_id and i.invoice_id = r.invoice_id)
              and not exists (select from intake_credit s where s.id = k.id)""";

    private final JdbcClient jdbc;

    CreditNoteMerge(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void compare(AmountMeaning amounts) {
        jdbc.sql(COMPARE).param("amounts", amounts.name()).update();
    }

    /** The file is the complete list of these creditors. */
    void findEnded(CreditorScope scope) {
        jdbc.sql(END)
                .param("all", scope.all())
                .param("creditors", scope.idArray())
                .update();
    }

    /** What there is to say of rows with credit, before anything is booked. */
    void remark() {
        jdbc.sql("analyze intake_credit").update();
        jdbc.sql(REMARKS).update();
    }

    /** Adds and changes them, in the ledger as well; the caller holds their accounts' locks. */
    void merge(Instant now, LocalDate today) {
        for (String change : new String[] {ADD, CHANGE, FREE, GRANT, TAKE_BACK}) {
            jdbc.sql(change)
                    .param("now", Timestamp.from(now))
                    .param("today", today)
                    .update();
        }
    }

    /** How many rows are credit notes. */
    long rows() {
        return count("line is not null");
    }

    /** How many a complete list no longer named. */
    long ended() {
        return count("line is null");
    }

    private long count(String which) {
        return jdbc.sql("select count(*) from intake_credit where " + which)
                .query(Long.class)
                .single();
    }
}
