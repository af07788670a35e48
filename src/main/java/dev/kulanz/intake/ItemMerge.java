package dev.kulanz.intake;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares the items of the good rows with those kept, then adds and changes them. A field that says nothing leaves what is known. */
final class ItemMerge {

    /** Of entries e: not of a credit note that the file names or ends itself. */
    private static final String OWN =
            "(e.credit_note_id is null or not exists (select from intake_credit c where c.id = e.credit_note_id))";

    /**
     * One line for each good row, as the item shall be; {@code known_id} is null for a new one. {@code settled} is what was
     * taken off it here, but for credit notes that the file names or ends itself; {@code reopened} what of what was cleared
     * elsewhere is owed again, negative where the file clears more.
     *
     * <p>Whether an amount is the invoice's or what is left of it: what the row or the request says; else what was seen
     * before. A known item whose amount is what was left of it here, now or after an earlier payment (the list may be older
     * than the last one; {@link EarlierRests}), was read off the creditor's open balance. What was paid here is never undone by a list: it may
     * not know of it yet, and what it puts back of what a list had taken off leaves out what was paid since.
     */
    private static final String COMPARE = """
            create temp table intake_item on commit drop as
            select s.*, array_remove(array[
                       case when s.amount <> s.old_amount then 'amount' end,
                       case when i.invoice_date is distinct from s.invoice_date then 'invoiceDate' end,
                       case when i.due_date <> s.due_date then 'dueDate' end,
                       case when i.subject is distinct from s.subject then 'subject' end,
                       case when i.kind <> s.kind then 'claimKind' end,
                       case when i.contract_id is distinct from s.contract_id then 'contractId' end,
                       case when i.contract_date is distinct from s.contract_date then 'contractDate' end,
                       case when i.due_date_source <> s.due_date_source then 'dueDateSource' end,
                       case when i.default_notice <> s.default_notice then 'defaultNotice' end,
                       case when i.mandate_id is distinct from s.mandate_id then 'mandateId' end,
                       case when i.fees_claimed <> s.fees_claimed then 'feesClaimed' end,
                       case when i.amount_is_rest <> s.amount_is_rest then 'amountIsRest' end
                   ], null) as changed
            from (
                select r.line, r.creditor_id, r.invoice_id, d.id as debtor_id, a.id as account_id,
                       coalesce(k.id, new_id()) as id, k.id as known_id, coalesce(m.instalment, 1) as instalment,
                       k.due_date as old_due_date, l.principal as old_amount,
                       case when reading.rest then greatest(r.amount, l.principal) else r.amount end as amount,
                       case when not reading.rest then r.paid end as paid, r.currency, r.invoice_date, r.due_date,
                       coalesce(r.subject, k.subject) as subject,
                       coalesce(r.claim_kind, k.kind, 'OTHER') as kind,
                       coalesce(r.contract_id, k.contract_id) as contract_id,
                       coalesce(r.contract_date, k.contract_date) as contract_date,
                       coalesce(r.due_date_source, k.due_date_source, 'INVOICE') as due_date_source,
                       coalesce(r.default_notice, k.default_notice, false) as default_notice,
                       coalesce(r.mandate_id, k.mandate_id) as mandate_id,
                       coalesce(r.fees_claimed, k.fees_claimed, 0) as fees_claimed,
                       coalesce(case when not reading.rest then l.cleared
                                     when r.amount < l.open then r.amount - l.open
                                     else least(l.cleared, greatest(
                                         least(r.amount, l.principal) - l.open - greatest(since.paid, 0), 0)) end, 0)
                           as reopened,
                       coalesce(l.imported, 0) as imported,
                       coalesce(l.principal - l.open - l.cleared, 0) as settled, l.open as old_open,
                       coalesce(l.entries, 0) as entries,
                       r.amount as named_amount, reading.rest as amount_is_rest, reading.seen
                from intake_row r
                join intake_debtor d on d.creditor_id = r.creditor_id and d.external_id = r.debtor_id
                join account a on a.debtor_id = d.id and a.currency = r.currency
                left join intake_instalment m on m.line = r.line
                left join open_item k on k.creditor_id = r.creditor_id and k.invoice_id = r.invoice_id
                                     and k.instalment = coalesce(m.instalment, 1)
                left join lateral (
                    select coalesce(sum(e.amount) filter (where e.kind = 'PRINCIPAL'), 0) as principal,
                           coalesce(sum(e.amount) filter (where %1$s), 0) as open, count(*) as entries,
                           coalesce(-sum(e.amount) filter (where e.kind = 'CLEARED_ELSEWHERE'), 0) as cleared,
                           -sum(e.amount) filter (where e.kind = 'PAYMENT' and e.source = 'IMPORT') as imported
                    from ledger_entry e where e.open_item_id = k.id
                ) l on k.id is not null
                left join lateral (
                    select coalesce(-sum(e.amount), 0) as paid from ledger_entry e
                    where e.open_item_id = k.id and e.kind not in ('PRINCIPAL', 'CLEARED_ELSEWHERE') and %1$s
                      and e.id > (select max(c.id) from ledger_entry c where c.open_item_id = k.id
                                  and c.kind = 'CLEARED_ELSEWHERE' and c.amount < 0)
                ) since on l.cleared > 0
                left join lateral (
                    select l.open < l.principal and r.amount < l.principal and %2$s as named
                ) left_before on :amounts = 'UNSAID' and k.id is not null
                cross join lateral (select
                    case when r.open_amount is not null or :amounts = 'REMAINING' then true
                         when :amounts = 'INVOICE' or k.id is null then false
                         else k.amount_is_rest or left_before.named end as rest,
                    coalesce(left_before.named and r.open_amount is null, false) as seen) reading
                where r.refusal is null and r.amount > 0
            ) s
            left join open_item i on i.id = s.known_id""".formatted(OWN, EarlierRests.contain("k.id", "r.amount", OWN));

    private static final String ADD = """
            insert into open_item (id, account_id, creditor_id, invoice_id, instalment, invoice_date, due_date, subject, kind,
                                   contract_id, contract_date, due_date_source, default_notice, mandate_id,
                                   fees_claimed, amount_is_rest, principal_is_rest, created_at, updated_at)
            select id, account_id, creditor_id, invoice_id, instalment, invoice_date, due_date, subject, kind,
                   contract_id, contract_date, due_date_source, default_notice, mandate_id, fees_claimed, amount_is_rest,
                   amount_is_rest, :now, :now
            from intake_item where known_id is null order by line""";

    private static final String CHANGE = """
            update open_item i
            set invoice_date = s.invoice_date, due_date = s.due_date, subject = s.subject, kind = s.kind,
                contract_id = s.contract_id, contract_date = s.contract_date, due_date_source = s.due_date_source,
                default_notice = s.default_notice, mandate_id = s.mandate_id, fees_claimed = s.fees_claimed,
                amount_is_rest = s.amount_is_rest, principal_is_rest = i.principal_is_rest and s.amount_is_rest,
                updated_at = :now
            from intake_item s where i.id = s.known_id and cardinality(s.changed) > 0""";

    /** Which reading was taken, where it was not said and matters. */
    private static final String REMARKS = """
            insert into intake_remark
            select line, case when seen then 'READ_AS_REST' when amount_is_rest then 'OLDER_LIST' else 'READ_AS_INVOICE' end,
                   invoice_id, settled
            from intake_item
            where settled > 0 and case
                when seen then 'amountIsRest' = any(changed)
                when amount_is_rest then named_amount > old_open + greatest(reopened, 0) and named_amount <= old_amount
                else amount < old_amount and paid is null and not :said end""";

    private final JdbcClient jdbc;

    ItemMerge(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void compare(AmountMeaning amounts) {
        jdbc.sql(COMPARE).param("amounts", amounts.name()).update();
        jdbc.sql("analyze intake_item").update();
        jdbc.sql(REMARKS).param("said", amounts != AmountMeaning.UNSAID).update();
    }

    /** Adds the new and changes the known ones; the caller holds their accounts' locks. */
    void merge(Instant now) {
        jdbc.sql(ADD).param("now", Timestamp.from(now)).update();
        jdbc.sql(CHANGE).param("now", Timestamp.from(now)).update();
    }
}
