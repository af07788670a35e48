package dev.kulanz.intake;

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

    private static final String DUPLICATE = """
            with twice as (
                select creditor_id, invoice_id, min(line) as first_line from intake_row where refusal is null
                group by creditor_id, invoice_id having count(*) > 1
            )
            update intake_row r set refusal = 'DUPLICATE', other_line = t.first_line
            from twice t
            where r.refusal is null and r.creditor_id = t.creditor_id and r.invoice_id = t.invoice_id
              and r.line > t.first_line""";

    private static final String OTHER_OWNER = """
            update intake_row r
            set refusal = case when d.external_id <> r.debtor_id then 'OTHER_DEBTOR' else 'OTHER_CURRENCY' end
            from open_item i join account a on a.id = i.account_id join debtor d on d.id = a.debtor_id
            where r.refusal is null and i.creditor_id = r.creditor_id and i.invoice_id = r.invoice_id
              and (d.external_id <> r.debtor_id or a.currency <> r.currency)""";

    /**
     * What a refused row would have taken off makes the debtor's other rows untrue. An unreadable currency may be any; an id
     * without its zeros is told by the other.
     */
    private static final String HELD = """
            with missing as (
                select creditor_id, case refusal when 'DEBTOR_ZEROS' then other_id else debtor_id end as debtor_id,
                       currency, min(line) as line
                from intake_row where refusal is not null and may_be_credit group by 1, 2, 3
            ), held as (
                select r.line, min(m.line) as other_line
                from intake_row r
                join missing m on m.creditor_id = r.creditor_id and m.debtor_id = r.debtor_id
                where r.refusal is null and (m.currency is null or m.currency = r.currency)
                group by r.line
            )
            update intake_row r set refusal = 'HELD', other_line = held.other_line from held where held.line = r.line""";

    private final JdbcClient jdbc;

    Verdicts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void pass(LocalDate today) {
        jdbc.sql(TWO_PERSONS).update();
        jdbc.sql(OTHER_PERSON).update();
        new LostZeros(jdbc).pass();
        jdbc.sql(DUPLICATE).update();
        jdbc.sql(OTHER_OWNER).update();
        new RunningVerdicts(jdbc).pass(today);
        jdbc.sql(HELD).update();
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
                               coalesce(other_id, '') as other_id
                        from intake_row where refusal <> 'ROW' order by line limit :limit""")
                .param("limit", Findings.LIMIT)
                .query((row, i) -> {
                    Refused why = Refused.valueOf(row.getString("refusal"));
                    String id = row.getString(why.concernsDebtor() ? "debtor_id" : "invoice_id");
                    return new RowMessage(
                            row.getLong("line"),
                            why.field(),
                            why.message(id, row.getLong("other_line"), row.getString("other_id")));
                })
                .list();
    }
}
