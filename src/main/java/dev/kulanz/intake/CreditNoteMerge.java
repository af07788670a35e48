package dev.kulanz.intake;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings credit notes in: rows with a negative amount. A credit note is known by its own number; named again it is brought
 * to what the file says.
 *
 * <p>What a file says of a credit note is what it has left <em>beside the invoices that it names as owed</em>: of those it
 * names the amounts as if nothing had been set off. So that is compared with what is left here and what was used here for
 * just those. What was used for an invoice that the file calls settled (by a zero, or by leaving it out of a complete list)
 * is settled there, too, and is never owed again; if the file still has more of the credit note, the creditor was paid in
 * another way, and that use is free again. Of what was used for invoices of which a file of changes says nothing, it may
 * know or not: a credit note that is not said or seen to name its rest is then taken for its full amount. Nothing as a
 * full amount takes it back, but only where it is said to be one: else it may as well have been used up.
 */
final class CreditNoteMerge {

    /** Fewer than this many may always end. Credit notes are few, and what they covered is demanded again. */
    private static final int FEW = 5;

    /** One line for each credit note that the file names: {@code named} is what it says of it, positive. Zero ends it. */
    private static final String NAMED = """
            create temp table intake_note on commit drop as
            select r.line, r.creditor_id, r.invoice_id as number, d.id as debtor_id, a.id as account_id, r.currency,
                   coalesce(k.id, new_id()) as id, k.id as known_id, r.invoice_date as issued_on,
                   coalesce(r.credits_invoice, k.credits_invoice) as credits_invoice,
                   k.credits_invoice as old_credits_invoice, -r.amount as named, coalesce(k.granted, 0) as old_amount,
                   coalesce(k.unused, 0) as unused, coalesce(k.amount_is_rest, false) as was_rest,
                   case when r.open_amount is not null or :amounts = 'REMAINING' then true
                        when :amounts = 'INVOICE' then false end as said_rest,
                   (select count(*) from ledger_entry e where e.credit_note_id = k.id) as entries
            from intake_row r
            join intake_debtor d on d.creditor_id = r.creditor_id and d.external_id = r.debtor_id
            join account a on a.debtor_id = d.id and a.currency = r.currency
            left join credit_balance k on k.creditor_id = r.creditor_id and k.number = r.invoice_id and k.account_id = a.id
            where r.refusal is null and (r.amount < 0 or r.amount = 0 and not exists (
                select from open_item i where i.creditor_id = r.creditor_id and i.invoice_id = r.invoice_id))""";

    /** What a complete list no longer names has nothing left. */
    private static final String MISSING = """
            insert into intake_note (creditor_id, number, debtor_id, account_id, currency, id, known_id, issued_on,
                                     credits_invoice, old_credits_invoice, named, old_amount, unused, was_rest,
                                     entries)
            select k.creditor_id, k.number, a.debtor_id, a.id, a.currency, k.id, k.id, k.issued_on,
                   k.credits_invoice, k.credits_invoice, 0, k.granted, k.unused, k.amount_is_rest,
                   (select count(*) from ledger_entry e where e.credit_note_id = k.id)
            from credit_balance k
            join account a on a.id = k.account_id
            where k.creditor_id in (select creditor_id from intake_row) and (:all or k.creditor_id = any(:creditors))
              and k.granted > 0
              and not exists (select from intake_row r where r.creditor_id = k.creditor_id and r.invoice_id = k.number
                              and (r.refusal is not null or r.amount <= 0))
              and not exists (select from intake_row r -- named, but without its zeros
                              where r.creditor_id = k.creditor_id and r.refusal in ('DEBTOR_ZEROS', 'INVOICE_ZEROS')
                                and ltrim(r.invoice_id, '0') = ltrim(k.number, '0'))""";

    /** What they were used for, and what the file says of that: it is owed, it is settled, or nothing. */
    private static final String USED = """
            create temp table intake_use on commit drop as
            select u.*, file.zero_line,
                   case when file.owed then 'OWED' when file.zero_line is not null or :complete and %s then 'SETTLED'
                        else 'UNSAID' end as standing
            from (
                select e.credit_note_id as note_id, e.open_item_id as item_id, -sum(e.amount) as used, max(e.id) as last
                from intake_note n join ledger_entry e on e.credit_note_id = n.known_id
                where e.open_item_id is not null
                group by e.credit_note_id, e.open_item_id having sum(e.amount) < 0) u
            join open_item i on i.id = u.item_id
            cross join lateral (
                select bool_or(r.amount > 0) as owed, min(r.line) filter (where r.amount = 0) as zero_line
                from intake_row r left join intake_instalment m on m.line = r.line
                where r.creditor_id = i.creditor_id and r.invoice_id = i.invoice_id and r.refusal is null
                  and r.amount >= 0 and coalesce(m.instalment, 1) = i.instalment) file""".formatted(Snapshot.NOT_NAMED);

    /**
     * One line for each credit note, as it shall be: {@code amount} is what it then grants; {@code back} what is taken from
     * it, {@code free} what is no longer used. A row that names what was left here, now or after an earlier use (it may be
     * older than the last one), was read off the rest, and stays so.
     */
    private static final String COMPARE = """
            create temp table intake_credit on commit drop as
            select c.*, old_amount - back + more - free as amount,
                   known_id is null or back > 0 or more > 0 or rebound or is_rest <> was_rest as says_more
            from (
                select b.*, least(more, settled) as free,
                       named > 0 and known_id is not null and credits_invoice is distinct from old_credits_invoice as rebound,
                       coalesce(said_rest, was_rest or seen) as is_rest
                from (
                    select n.*, u.settled, u.unsaid, rest.seen, reading.band,
                           greatest(n.unused + u.owed + case when reading.band then 0 else u.unsaid end - n.named, 0) as back,
                           greatest(n.named - n.unused - u.owed - u.unsaid, 0) as more
                    from intake_note n
                    cross join lateral (
                        select coalesce(sum(used) filter (where standing = 'OWED'), 0) as owed,
                               coalesce(sum(used) filter (where standing = 'SETTLED'), 0) as settled,
                               coalesce(sum(used) filter (where standing = 'UNSAID'), 0) as unsaid
                        from intake_use where note_id = n.known_id) u
                    cross join lateral (
                        select n.said_rest is null and n.named > 0 and n.named <= n.unused + u.owed + u.unsaid
                               and exists (
                                   select from (
                                       select n.old_amount - sum(used) over (order by last) as rest
                                       from intake_use where note_id = n.known_id and standing <> 'OWED') earlier
                                   where earlier.rest = n.named) as seen) rest
                    cross join lateral (
                        select :complete or coalesce(n.said_rest, n.named = 0 or n.was_rest or rest.seen) as band) reading
                    where n.line is not null or n.unused + u.owed > 0
                ) b
            ) c""";

    /** A list that names hardly any more of a creditor's credit notes may have been filtered. */
    private static final String TOO_MANY = """
            select c.creditor_id, c.ended, o.kept
            from (select creditor_id, count(*) as ended from intake_credit where line is null group by creditor_id) c
            cross join lateral (
                select count(*) as kept from intake_credit where creditor_id = c.creditor_id and known_id is not null) o
            where c.ended >= :few and c.ended * 2 > o.kept
            order by c.creditor_id limit 1""";

    /** What is free again leaves nothing owed: what it was used for is settled there. */
    private static final String CLEAR = """
            insert into intake_clear
            select distinct on (i.id) u.zero_line, i.creditor_id, i.account_id, s.debtor_id, i.id
            from intake_credit s
            join intake_use u on u.note_id = s.known_id and u.standing = 'SETTLED'
            join open_item i on i.id = u.item_id
            where s.free > 0 and not exists (select from intake_clear c where c.open_item_id = i.id)""";

    private static final String ADD = """
            insert into credit_note (id, account_id, creditor_id, number, credits_invoice, issued_on, amount_is_rest,
                                     created_at, updated_at)
            select id, account_id, creditor_id, number, credits_invoice, issued_on, is_rest, :now, :now
            from intake_credit where known_id is null order by line""";

    private static final String CHANGE = """
            update credit_note n set credits_invoice = s.credits_invoice, amount_is_rest = s.is_rest, updated_at = :now
            from intake_credit s where n.id = s.known_id and s.says_more""";

    /**
     * Names another invoice now: what was used of it finds its place anew. Of what was used for what is settled there, the
     * latest is free as far as the file still has it.
     */
    private static final String FREE = """
            insert into ledger_entry (account_id, open_item_id, credit_note_id, kind, amount, value_date, booked_at, source)
            select u.account_id, side.item, u.note_id, 'CREDIT', side.amount, :today, :now, 'IMPORT'
            from (
                select s.account_id, u.note_id, u.item_id, u.last,
                       case when u.standing <> 'SETTLED' then case when s.rebound then u.used else 0 end
                            else least(u.used, s.free - sum(u.used) over latest + u.used) end as part
                from intake_credit s join intake_use u on u.note_id = s.known_id
                window latest as (partition by u.note_id, u.standing = 'SETTLED' order by u.last desc)) u
            cross join lateral (values (u.item_id, u.part), (null, -u.part)) as side (item, amount)
            where u.part > 0 order by u.last""";

    private static final String GRANT = """
            insert into ledger_entry (account_id, credit_note_id, kind, amount, value_date, booked_at, source)
            select account_id, id, 'CREDIT', free - more,
                   case when known_id is null then coalesce(issued_on, :today) else :today end, :now, 'IMPORT'
            from intake_credit where more > free order by line""";

    /** First what is left of it goes back, then what it was used for last is owed again. */
    private static final String TAKE_BACK = """
            insert into ledger_entry (account_id, open_item_id, credit_note_id, kind, amount, value_date, booked_at, source)
            select account_id, open_item_id, id, 'CREDIT', least(part, back - before), :today, :now, 'IMPORT'
            from (
                select s.account_id, s.id, s.back, u.open_item_id, u.part,
                       sum(u.part) over (partition by s.id order by u.open_item_id is not null, u.last desc) - u.part as before
                from intake_credit s
                cross join lateral (
                    select e.open_item_id, -sum(e.amount) as part, max(e.id) as last from ledger_entry e
                    where e.credit_note_id = s.id
                    group by e.open_item_id having sum(e.amount) < 0) u
                where s.back > 0 and (u.open_item_id is null or exists (
                    select from intake_use t where t.note_id = s.id and t.item_id = u.open_item_id
                    and (t.standing = 'OWED' or t.standing = 'UNSAID' and not s.band)))
            ) parts
            where before < back""";

    private static final String REMARKS = """
            insert into intake_remark
            select line, 'CREDIT_REST', number, old_amount - named from intake_credit where seen and not was_rest
            union all
            select line, 'CREDIT_FREE', number, free from intake_credit where free > 0
            union all
            select line, 'CREDIT_USED_UP', number, unsaid from intake_credit
            where line is not null and named = 0 and unsaid > 0 and said_rest is null and not :complete
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

    /**
     * Compares them with those kept. Comes after what the file clears was found, and adds to that.
     *
     * @throws Refusal if the file is a complete list that would end suspiciously many
     */
    void compare(ImportOptions options, CreditorScope scope) {
        boolean complete = isComplete(options);
        jdbc.sql(NAMED).param("amounts", options.amounts().name()).update();
        if (complete) {
            jdbc.sql(MISSING)
                    .param("all", scope.all())
                    .param("creditors", scope.idArray())
                    .update();
        }
        jdbc.sql("analyze intake_note").update();
        jdbc.sql(USED).param("complete", complete).update();
        jdbc.sql("create index on intake_use (note_id)").update();
        jdbc.sql("analyze intake_use").update();
        jdbc.sql(COMPARE).param("complete", complete).update();
        if (complete && !options.confirmed()) {
            refuseTooMany();
        }
        jdbc.sql(CLEAR).update();
    }

    private static boolean isComplete(ImportOptions options) {
        return options.mode() == ImportOptions.Mode.SNAPSHOT;
    }

    private void refuseTooMany() {
        jdbc.sql(TOO_MANY)
                .param("few", FEW)
                .query((row, i) -> Said.of(
                        "import.snapshot.credits",
                        "This complete list names {0} of the {1} credit notes of creditor “{2}” no more, and what they "
                                + "covered would be demanded. If the file has its credit notes and is complete, send it "
                                + "again with confirm=true; nothing was imported.",
                        row.getLong("ended"),
                        row.getLong("kept"),
                        row.getString("creditor_id")))
                .optional()
                .ifPresent(message -> {
                    throw Refusal.unacceptable(ImportOptions.CONFIRM, message);
                });
    }

    /** What there is to say of rows with credit, before anything is booked. */
    void remark(ImportOptions options) {
        jdbc.sql("analyze intake_credit").update();
        jdbc.sql(REMARKS).param("complete", isComplete(options)).update();
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
