package dev.kulanz.intake;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds which instalment of its invoice a row is. By itself a row is the only one of its invoice, as most are. Of an invoice
 * with several rows, or several instalments that are kept, a row is the one to which the creditor gave its number; else the one
 * with its due date; else, if one row and one instalment that is owed are left, this one was moved. Rows beside such are new
 * ones. A row that was refused keeps its place: no other is taken for what it may be. Whatever can't be told so is for a
 * person.
 */
final class InstalmentMatch {

    private static final String PREPARE = """
            create temp table intake_instalment (line bigint primary key, instalment int not null) on commit drop""";

    /** One row numbers the part of this day and the other does not: they are the same. */
    private static final String TWICE = """
            update intake_row r set refusal = 'DUPLICATE', other_line = o.line
            from (select creditor_id, invoice_id, due_date, min(line) as line from intake_row
                  where refusal is null and amount >= 0 and instalment is not null group by creditor_id, invoice_id, due_date) o
            where r.refusal is null and r.amount >= 0 and r.instalment is null and r.creditor_id = o.creditor_id
              and r.invoice_id = o.invoice_id and r.due_date = o.due_date""";

    /** The rows that are not simply the only one of their invoice. */
    private static final String SCHEDULE = """
            create temp table intake_schedule on commit drop as
            select r.line, r.creditor_id, r.invoice_id, r.instalment as given, r.due_date, r.amount
            from intake_row r
            where r.refusal is null and r.amount >= 0 and (r.creditor_id, r.invoice_id) in (
                select creditor_id, invoice_id from intake_row where refusal is null and amount >= 0
                group by creditor_id, invoice_id having count(*) > 1 or max(instalment) is not null or min(amount) = 0
                union all
                select creditor_id, case refusal when 'INVOICE_ZEROS' then other_id else invoice_id end
                from intake_row where refusal is not null
                union all
                select creditor_id, invoice_id from open_item
                where instalment > 1 and creditor_id in (select creditor_id from intake_row))""";

    /** What is kept of their invoices. What was cleared elsewhere is owed again when it is named again. */
    private static final String KEPT = """
            create temp table intake_kept on commit drop as
            select i.creditor_id, i.invoice_id, i.instalment, i.given_instalment as given, i.due_date, l.owed, l.open
            from open_item i
            cross join lateral (
                select coalesce(sum(e.amount) filter (where e.kind <> 'CLEARED_ELSEWHERE'), 0) > 0 as owed,
                       coalesce(sum(e.amount), 0) > 0 as open
                from ledger_entry e where e.open_item_id = i.id) l
            where (i.creditor_id, i.invoice_id) in (select creditor_id, invoice_id from intake_schedule)""";

    private static final String GIVEN = """
            insert into intake_instalment
            select s.line, k.instalment from intake_schedule s join intake_kept k using (creditor_id, invoice_id, given)""";

    /**
     * Our own count decides where several parts without a number have the same day, as numbers that were given once do. Put in
     * order, as below: all is found before the first is noted, and no row is looked for among those that the statement itself adds.
     */
    private static final String SAME_DAY_AND_COUNT = """
            insert into intake_instalment
            select s.line, k.instalment
            from intake_schedule s join intake_kept k using (creditor_id, invoice_id, due_date)
            where k.given is null and k.instalment = s.given
              and not exists (select from intake_instalment m where m.line = s.line)
            order by s.line""";

    /** Of several rows of the same day, which numbers alone tell apart, the first take the place of what is kept of it. */
    private static final String SAME_DAY = """
            insert into intake_instalment
            with days as (
                select s.line, k.instalment,
                       dense_rank() over (day order by s.given, s.line) as row_place,
                       dense_rank() over (day order by k.instalment) as part_place,
                       (select count(*) from intake_kept o
                        where o.creditor_id = k.creditor_id and o.invoice_id = k.invoice_id and o.due_date = k.due_date
                          and (s.given is null or o.given is null) and not exists (
                            select from intake_schedule f join intake_instalment m on m.line = f.line
                            where f.creditor_id = o.creditor_id and f.invoice_id = o.invoice_id
                              and m.instalment = o.instalment)) as parts,
                       (select count(*) from intake_schedule o
                        where o.creditor_id = s.creditor_id and o.invoice_id = s.invoice_id and o.due_date = s.due_date
                          and not exists (select from intake_instalment m where m.line = o.line)) as rows
                from intake_schedule s join intake_kept k using (creditor_id, invoice_id, due_date)
                where (s.given is null or k.given is null)
                  and not exists (select from intake_instalment m where m.line = s.line)
                  and not exists (
                    select from intake_schedule f join intake_instalment m on m.line = f.line
                    where f.creditor_id = k.creditor_id and f.invoice_id = k.invoice_id and m.instalment = k.instalment)
                window day as (partition by creditor_id, invoice_id, due_date)
            )
            select line, instalment from days where row_place = part_place and parts <= rows order by line""";

    /**
     * The rows that are left, with what is kept of their invoice and was not found yet: of parts to which the creditor gave
     * a number, only a row without one may be one. {@code beside} is a refused row of the invoice that may be any of its parts.
     */
    private static final String REST = """
            create temp table intake_rest on commit drop as
            with found as (
                select s.creditor_id, s.invoice_id, m.instalment
                from intake_schedule s join intake_instalment m on m.line = s.line
            ), kept as (
                select k.creditor_id, k.invoice_id, numbered, count(*) as kept, count(f.instalment) as found,
                       count(*) filter (where is_left) as rest,
                       count(*) filter (where is_left and k.owed) as owed,
                       count(*) filter (where is_left and k.open) as open,
                       min(k.instalment) filter (where is_left and k.owed) as moved,
                       min(k.instalment) filter (where is_left) as any_left,
                       array_agg(k.instalment) filter (where is_left) as counted
                from intake_kept k
                left join found f using (creditor_id, invoice_id, instalment)
                cross join (values (true), (false)) as n (numbered)
                cross join lateral (select f.instalment is null and not (numbered and k.given is not null) as is_left) l
                group by k.creditor_id, k.invoice_id, numbered
            ), highest as (
                select creditor_id, invoice_id, max(instalment) as highest from intake_kept group by creditor_id, invoice_id
            ), refused as (
                select r.creditor_id, r.invoice_id, min(r.line) as line
                from (select line, refusal, creditor_id, amount, instalment, due_date,
                             case refusal when 'INVOICE_ZEROS' then other_id else invoice_id end as invoice_id
                      from intake_row where refusal is not null) r
                where coalesce(r.amount, 0) >= 0
                  and (r.creditor_id, r.invoice_id) in (select creditor_id, invoice_id from intake_schedule)
                  and not exists (
                    select from intake_schedule g
                    where g.creditor_id = r.creditor_id and g.invoice_id = r.invoice_id
                      and (g.given = r.instalment
                           or g.due_date = r.due_date and (g.given is null or r.instalment is null)))
                group by r.creditor_id, r.invoice_id
            )
            select s.line, s.given, s.amount, count(*) over invoice as rows,
                   row_number() over (partition by s.creditor_id, s.invoice_id order by s.due_date, s.line) as place,
                   coalesce(k.kept, 0) as kept, coalesce(k.found, 0) as found, coalesce(k.rest, 0) as rest,
                   coalesce(k.owed, 0) as owed, coalesce(k.open, 0) as open, k.moved, k.any_left,
                   coalesce(s.given = any(k.counted), false) as counted,
                   coalesce(h.highest, 0) as highest, b.line as beside
            from intake_schedule s
            left join intake_instalment m on m.line = s.line
            left join kept k on k.creditor_id = s.creditor_id and k.invoice_id = s.invoice_id
                            and k.numbered = (s.given is not null)
            left join highest h on h.creditor_id = s.creditor_id and h.invoice_id = s.invoice_id
            left join refused b on b.creditor_id = s.creditor_id and b.invoice_id = s.invoice_id
            where m.line is null
            window invoice as (partition by s.creditor_id, s.invoice_id)""";

    private static final String NEW = """
            insert into intake_instalment
            select line, highest + place from intake_rest
            where amount > 0 and owed = 0 and (kept = 0 or found > 0 or given is not null) and not counted""";

    private static final String MOVED = """
            insert into intake_instalment
            select line, moved from intake_rest
            where amount > 0 and rows = 1 and owed = 1 and beside is null and (given is null or given = moved)""";

    /** A zero says nothing new of what is settled here. */
    private static final String SETTLED = """
            insert into intake_instalment
            select line, any_left from intake_rest where amount = 0 and rest > 0 and open = 0""";

    private static final String UNTOLD = """
            update intake_row r
            set refusal = case when s.amount = 0 and s.rest = 0 then 'ZERO'
                               when s.beside is not null then 'BESIDE_REFUSED'
                               else 'WHICH_INSTALMENT' end,
                other_line = s.beside
            from intake_rest s
            where s.line = r.line and (s.amount > 0 or s.kept > 0)
              and not exists (select from intake_instalment m where m.line = s.line)""";

    /** A paid invoice that is named with another day: it may have been moved, or be the next part of what falls due. */
    private static final String PAID = """
            update intake_row r set refusal = 'WHICH_INSTALMENT'
            from open_item i
            where r.refusal is null and r.amount > 0 and i.creditor_id = r.creditor_id and i.invoice_id = r.invoice_id
              and i.due_date <> r.due_date and not exists (select from intake_schedule s where s.line = r.line)
              and exists (select from ledger_entry e where e.open_item_id = i.id
                          having coalesce(sum(e.amount) filter (where e.kind <> 'CLEARED_ELSEWHERE'), 0) <= 0)""";

    /** What is known here without a number has one from now on. */
    private static final String NUMBERED = """
            update intake_item s set changed = array_append(s.changed, 'instalment')
            from intake_row r, open_item i
            where r.line = s.line and r.instalment is not null and i.id = s.known_id
              and i.given_instalment is distinct from r.instalment""";

    private static final String NUMBER = """
            update open_item i set given_instalment = r.instalment
            from intake_item s join intake_row r on r.line = s.line
            where i.id = s.id and r.instalment is not null and i.given_instalment is distinct from r.instalment""";

    private final JdbcClient jdbc;

    InstalmentMatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Says of rows which instalment they are, and refuses those of which it can't be told. */
    void find() {
        for (String step : new String[] {
            PREPARE,
            TWICE,
            SCHEDULE,
            "create index on intake_schedule (creditor_id, invoice_id)",
            "analyze intake_schedule",
            KEPT,
            "create index on intake_kept (creditor_id, invoice_id)",
            "analyze intake_kept",
            GIVEN,
            SAME_DAY_AND_COUNT,
            "analyze intake_instalment",
            SAME_DAY,
            "analyze intake_instalment",
            REST,
            NEW,
            MOVED,
            SETTLED,
            UNTOLD,
            PAID,
            "analyze intake_instalment"
        }) {
            jdbc.sql(step).update();
        }
    }

    /** Once the items are compared: which of them get a number. */
    void compare() {
        jdbc.sql(NUMBERED).update();
    }

    /** Keeps the numbers that the creditor gave; the caller holds the accounts' locks. */
    void merge() {
        jdbc.sql(NUMBER).update();
    }
}
