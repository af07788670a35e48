package dev.kulanz.intake;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds which instalment of its invoice a row is. By itself a row is the only one of its invoice, as most are. Of an invoice
 * with several rows, or several instalments that are kept, a row is the one that it numbers; else the one with its due
 * date; else, if one row and one instalment that is owed are left, this one was moved. Rows beside such are new ones.
 * Whatever can't be told so is for a person.
 */
final class InstalmentMatch {

    private static final String PREPARE = """
            create temp table intake_instalment (line bigint primary key, instalment int not null) on commit drop""";

    /** The rows that are not simply the only one of their invoice. */
    private static final String SCHEDULE = """
            create temp table intake_schedule on commit drop as
            select r.line, r.creditor_id, r.invoice_id, r.instalment as given, r.due_date, r.amount
            from intake_row r
            where r.refusal is null and r.amount >= 0 and (r.creditor_id, r.invoice_id) in (
                select creditor_id, invoice_id from intake_row where refusal is null and amount >= 0
                group by creditor_id, invoice_id having count(*) > 1 or max(instalment) is not null
                union all
                select creditor_id, invoice_id from open_item
                where instalment > 1 and creditor_id in (select creditor_id from intake_row))""";

    /** What is kept of their invoices. What was cleared elsewhere is owed again when it is named again. */
    private static final String KEPT = """
            create temp table intake_kept on commit drop as
            select i.creditor_id, i.invoice_id, i.instalment, i.due_date, (
                select coalesce(sum(e.amount) filter (where e.kind <> 'CLEARED_ELSEWHERE'), 0)
                from ledger_entry e where e.open_item_id = i.id) > 0 as owed
            from open_item i where (i.creditor_id, i.invoice_id) in (select creditor_id, invoice_id from intake_schedule)""";

    private static final String GIVEN =
            "insert into intake_instalment select line, given from intake_schedule where given is not null";

    private static final String SAME_DAY = """
            insert into intake_instalment
            select min(s.line), min(k.instalment)
            from intake_schedule s join intake_kept k using (creditor_id, invoice_id, due_date)
            where s.given is null and not exists (
                select from intake_schedule g
                where g.creditor_id = k.creditor_id and g.invoice_id = k.invoice_id and g.given = k.instalment)
            group by creditor_id, invoice_id, due_date having count(*) = 1""";

    /** The rows that are left, with what is kept of their invoice and was not found yet. */
    private static final String REST = """
            create temp table intake_rest on commit drop as
            with found as (
                select s.creditor_id, s.invoice_id, m.instalment
                from intake_schedule s join intake_instalment m on m.line = s.line
            ), kept as (
                select k.creditor_id, k.invoice_id, count(*) as kept, count(f.instalment) as found,
                       count(*) filter (where f.instalment is null and k.owed) as owed,
                       min(k.instalment) filter (where f.instalment is null and k.owed) as moved,
                       max(k.instalment) as highest
                from intake_kept k left join found f using (creditor_id, invoice_id, instalment)
                group by k.creditor_id, k.invoice_id
            ), given as (
                select creditor_id, invoice_id, max(given) as highest from intake_schedule group by creditor_id, invoice_id
            )
            select s.line, s.amount, count(*) over invoice as rows,
                   row_number() over (partition by s.creditor_id, s.invoice_id order by s.due_date, s.line) as place,
                   coalesce(k.kept, 0) as kept, coalesce(k.found, 0) as found, coalesce(k.owed, 0) as owed, k.moved,
                   greatest(k.highest, g.highest, 0) as highest
            from intake_schedule s
            left join intake_instalment m on m.line = s.line
            left join kept k on k.creditor_id = s.creditor_id and k.invoice_id = s.invoice_id
            left join given g on g.creditor_id = s.creditor_id and g.invoice_id = s.invoice_id
            where m.line is null
            window invoice as (partition by s.creditor_id, s.invoice_id)""";

    private static final String NEW = """
            insert into intake_instalment
            select line, highest + place from intake_rest where amount > 0 and owed = 0 and (kept = 0 or found > 0)""";

    private static final String MOVED = """
            insert into intake_instalment select line, moved from intake_rest where rows = 1 and owed = 1""";

    private static final String UNTOLD = """
            update intake_row r set refusal = case when r.amount = 0 then 'ZERO' else 'WHICH_INSTALMENT' end
            from intake_rest s
            where s.line = r.line and not exists (select from intake_instalment m where m.line = s.line)""";

    /** A paid invoice that is named with another day: it may have been moved, or be the next part of what falls due. */
    private static final String PAID = """
            update intake_row r set refusal = 'WHICH_INSTALMENT'
            from open_item i
            where r.refusal is null and r.amount > 0 and i.creditor_id = r.creditor_id and i.invoice_id = r.invoice_id
              and i.due_date <> r.due_date and not exists (select from intake_schedule s where s.line = r.line)
              and exists (select from ledger_entry e where e.open_item_id = i.id
                          having coalesce(sum(e.amount) filter (where e.kind <> 'CLEARED_ELSEWHERE'), 0) <= 0)""";

    private final JdbcClient jdbc;

    InstalmentMatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Says of rows which instalment they are, and refuses those of which it can't be told. */
    void find() {
        for (String step : new String[] {
            PREPARE,
            SCHEDULE,
            "create index on intake_schedule (creditor_id, invoice_id)",
            "analyze intake_schedule",
            KEPT,
            "create index on intake_kept (creditor_id, invoice_id)",
            "analyze intake_kept",
            GIVEN,
            SAME_DAY,
            "analyze intake_instalment",
            REST,
            NEW,
            MOVED,
            UNTOLD,
            PAID,
            "analyze intake_instalment"
        }) {
            jdbc.sql(step).update();
        }
    }
}
