package dev.kulanz.intake;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares the items of the good rows with those kept, then adds and changes them. A field that says nothing leaves what is known. */
final class ItemMerge {

    /** One line for each good row, as the item shall be; {@code known_id} is null for a new one. */
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
                       case when i.fees_claimed <> s.fees_claimed then 'feesClaimed' end
                   ], null) as changed
            from (
                select r.line, r.creditor_id, r.invoice_id, d.id as debtor_id, a.id as account_id,
                       coalesce(k.id, new_id()) as id, k.id as known_id,
                       k.due_date as old_due_date, l.principal as old_amount,
                       r.amount, r.paid, r.currency, r.invoice_date, r.due_date,
                       coalesce(r.subject, k.subject) as subject,
                       coalesce(r.claim_kind, k.kind, 'OTHER') as kind,
                       coalesce(r.contract_id, k.contract_id) as contract_id,
                       coalesce(r.contract_date, k.contract_date) as contract_date,
                       coalesce(r.due_date_source, k.due_date_source, 'INVOICE') as due_date_source,
                       coalesce(r.default_notice, k.default_notice, false) as default_notice,
                       coalesce(r.mandate_id, k.mandate_id) as mandate_id,
                       coalesce(r.fees_claimed, k.fees_claimed, 0) as fees_claimed,
                       coalesce(l.cleared, 0) as cleared, coalesce(l.imported, 0) as imported
                from intake_row r
                join intake_debtor d on d.creditor_id = r.creditor_id and d.external_id = r.debtor_id
                join account a on a.debtor_id = d.id and a.currency = r.currency
                left join open_item k on k.creditor_id = r.creditor_id and k.invoice_id = r.invoice_id
                left join lateral (
                    select coalesce(sum(e.amount) filter (where e.kind = 'PRINCIPAL'), 0) as principal,
                           -sum(e.amount) filter (where e.kind = 'CLEARED_ELSEWHERE') as cleared,
                           -sum(e.amount) filter (where e.kind = 'PAYMENT' and e.source = 'IMPORT') as imported
                    from ledger_entry e where e.open_item_id = k.id
                ) l on k.id is not null
                where r.refusal is null and r.amount > 0
            ) s
            left join open_item i on i.id = s.known_id""";

    private static final String ADD = """
            insert into open_item (id, account_id, creditor_id, invoice_id, invoice_date, due_date, subject, kind,
                                   contract_id, contract_date, due_date_source, default_notice, mandate_id,
                                   fees_claimed, created_at, updated_at)
            select id, account_id, creditor_id, invoice_id, invoice_date, due_date, subject, kind,
                   contract_id, contract_date, due_date_source, default_notice, mandate_id, fees_claimed, :now, :now
            from intake_item where known_id is null order by line""";

    private static final String CHANGE = """
            update open_item i
            set invoice_date = s.invoice_date, due_date = s.due_date, subject = s.subject, kind = s.kind,
                contract_id = s.contract_id, contract_date = s.contract_date, due_date_source = s.due_date_source,
                default_notice = s.default_notice, mandate_id = s.mandate_id, fees_claimed = s.fees_claimed,
                updated_at = :now
            from intake_item s where i.id = s.known_id and cardinality(s.changed) > 0""";

    private final JdbcClient jdbc;

    ItemMerge(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void compare() {
        jdbc.sql(COMPARE).update();
        jdbc.sql("analyze intake_item").update();
    }

    /** Adds the new and changes the known ones; the caller holds their accounts' locks. */
    void merge(Instant now) {
        jdbc.sql(ADD).param("now", Timestamp.from(now)).update();
        jdbc.sql(CHANGE).param("now", Timestamp.from(now)).update();
    }
}
