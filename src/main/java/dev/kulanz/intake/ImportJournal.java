package dev.kulanz.intake;

import dev.kulanz.journal.Happening;
import dev.kulanz.journal.Journal;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Tells the journal what an import did: ids, amounts, dates, names of fields; no names or addresses. */
final class ImportJournal {

    private static final int BATCH = 2_000;
    private static final String SOURCE = "IMPORT";

    private static final String DEBTORS = """
            select id, creditor_id, type, language, known_id is null as is_new, changed
            from intake_debtor where known_id is null or cardinality(changed) > 0 order by line""";

    /** Of debtors that were known: of a new one it is no news. A number that is left in peace is none that was added. */
    private static final String POINTS = """
            select p.debtor_id, d.creditor_id, p.kind, min(p.line) as line
            from intake_point p join intake_debtor d on d.id = p.debtor_id
            where p.known_id is null and d.known_id is not null and exists (
                select from contact_point c where c.debtor_id = p.debtor_id and c.kind = p.kind
                and lower(c.value) = lower(p.value) and c.status = 'USABLE')
            group by p.debtor_id, d.creditor_id, p.kind
            order by 4, p.kind""";

    private static final String ITEMS = """
            select s.*, k.number as case_number, b.paid as booked, r.amount as reopened_now, n.instalment as given_instalment
            from intake_item s
            join intake_row n on n.line = s.line
            left join (select open_item_id, -sum(amount) as paid from intake_booking where kind = 'PAYMENT'
                       group by open_item_id) b on b.open_item_id = s.id
            left join intake_booking r on r.open_item_id = s.id and r.kind = 'CLEARED_ELSEWHERE'
            left join dunning_case k on k.account_id = s.account_id and k.status = 'OPEN'
            where s.known_id is null or cardinality(s.changed) > 0 or b.paid is not null or r.amount is not null
            order by s.line""";

    /** Of an item {@code i} without a number: the day that tells it from the others of its invoice. */
    private static final String DAY_OF_PART = """
            case when i.given_instalment is null and exists (
                select from open_item o where o.creditor_id = i.creditor_id and o.invoice_id = i.invoice_id and o.id <> i.id)
            then i.due_date end""";

    private static final String REMINDED = """
            select i.creditor_id, i.invoice_id, i.given_instalment, %s as day_of_part, a.debtor_id, s.step, s.reminded_on, k.number as case_number
            from intake_running s
            join open_item i on i.id = s.open_item_id
            join account a on a.id = s.account_id
            left join dunning_case k on k.account_id = s.account_id and k.status = 'OPEN'
            where s.reminds and not s.told_here order by s.line""".formatted(DAY_OF_PART);

    private static final String CLEARED = """
            select i.creditor_id, i.invoice_id, i.given_instalment, %s as day_of_part, a.debtor_id, -b.amount as amount, k.number as case_number
            from intake_booking b
            join open_item i on i.id = b.open_item_id
            join account a on a.id = b.account_id
            left join dunning_case k on k.account_id = b.account_id and k.status = 'OPEN'
            where exists (select from intake_clear c where c.open_item_id = b.open_item_id)
            order by i.invoice_id, i.due_date""".formatted(DAY_OF_PART);

    private static final String CREDIT_NOTES = """
            select s.*, k.number as case_number
            from intake_credit s left join dunning_case k on k.account_id = s.account_id and k.status = 'OPEN'
            where s.says_more order by s.line nulls last, s.number""";

    private final JdbcTemplate jdbc;
    private final Journal journal;

    ImportJournal(JdbcTemplate jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    void record(UUID importId) {
        jdbc.execute(PlannerStatistics.RENEW);
        record(DEBTORS, ImportJournal::debtor);
        record(POINTS, ImportJournal::point);
        record(ITEMS, (row, i) -> item(row).with("importId", importId.toString()));
        record(REMINDED, (row, i) -> reminded(row).with("importId", importId.toString()));
        record(CREDIT_NOTES, (row, i) -> creditNote(row).with("importId", importId.toString()));
        record(CLEARED, (row, i) -> cleared(row).with("importId", importId.toString()));
    }

    private static Happening debtor(ResultSet row, int index) throws SQLException {
        boolean isNew = row.getBoolean("is_new");
        Happening happening = Happening.of(isNew ? "DebtorAdded" : "DebtorChanged")
                .creditor(row.getString("creditor_id"))
                .debtor(row.getObject("id", UUID.class));
        return isNew
                ? happening.with("type", row.getString("type")).with("language", row.getString("language"))
                : happening.with("changed", strings(row)).with("source", SOURCE);
    }

    private static Happening point(ResultSet row, int index) throws SQLException {
        return Happening.of("ContactPointAdded")
                .creditor(row.getString("creditor_id"))
                .debtor(row.getObject("debtor_id", UUID.class))
                .with("contactPoint", row.getString("kind"))
                .with("source", SOURCE);
    }

    private static Happening item(ResultSet row) throws SQLException {
        boolean isNew = row.getObject("known_id") == null;
        BigDecimal reopened = row.getBigDecimal("reopened_now");
        Happening happening = Happening.of(isNew ? "OpenItemAdded" : "OpenItemChanged")
                .creditor(row.getString("creditor_id"))
                .debtor(row.getObject("debtor_id", UUID.class))
                .inCase(row.getString("case_number"))
                .with("invoiceId", row.getString("invoice_id"))
                .with("instalment", row.getObject("given_instalment", Integer.class))
                .with("amount", row.getBigDecimal("amount"))
                .with("currency", row.getString("currency"))
                .with("dueDate", row.getString("due_date"))
                .with("paid", row.getBigDecimal("booked"));
        return isNew
                ? happening
                : happening
                        .with("changed", strings(row))
                        .with("oldAmount", row.getBigDecimal("old_amount"))
                        .with("oldDueDate", row.getString("old_due_date"))
                        .with("reopened", reopened == null || reopened.signum() < 0 ? null : reopened)
                        .with("cleared", reopened == null || reopened.signum() > 0 ? null : reopened.negate());
    }

    /** Which part of its invoice it is about, if it is one. */
    private static Happening part(Happening happening, ResultSet row) throws SQLException {
        return happening
                .with("instalment", row.getObject("given_instalment", Integer.class))
                .with("dueDate", row.getString("day_of_part"));
    }

    private static Happening reminded(ResultSet row) throws SQLException {
        return part(Happening.of("ReminderTakenOver"), row)
                .creditor(row.getString("creditor_id"))
                .debtor(row.getObject("debtor_id", UUID.class))
                .inCase(row.getString("case_number"))
                .with("invoiceId", row.getString("invoice_id"))
                .with("step", row.getString("step"))
                .with("remindedOn", row.getString("reminded_on"));
    }

    private static Happening creditNote(ResultSet row) throws SQLException {
        BigDecimal amount = row.getBigDecimal("amount");
        String kind = row.getObject("known_id") == null ? "Added" : amount.signum() == 0 ? "Ended" : "Changed";
        return Happening.of("CreditNote" + kind)
                .creditor(row.getString("creditor_id"))
                .debtor(row.getObject("debtor_id", UUID.class))
                .inCase(row.getString("case_number"))
                .with("creditNote", row.getString("number"))
                .with("invoiceId", row.getString("credits_invoice"))
                .with("amount", amount)
                .with("oldAmount", kind.equals("Added") ? null : row.getBigDecimal("old_amount"))
                .with("currency", row.getString("currency"));
    }

    private static Happening cleared(ResultSet row) throws SQLException {
        return part(Happening.of("OpenItemCleared"), row)
                .creditor(row.getString("creditor_id"))
                .debtor(row.getObject("debtor_id", UUID.class))
                .inCase(row.getString("case_number"))
                .with("invoiceId", row.getString("invoice_id"))
                .with("amount", row.getBigDecimal("amount"));
    }

    private static List<String> strings(ResultSet row) throws SQLException {
        Array array = row.getArray("changed");
        return List.of((String[]) array.getArray());
    }

    /** Read through a cursor, written batch by batch: an import may tell of a million things. */
    private void record(String sql, RowMapper<Happening> mapper) {
        List<Happening> batch = new ArrayList<>(BATCH);
        jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(sql);
                    statement.setFetchSize(BATCH);
                    return statement;
                },
                row -> {
                    batch.add(mapper.mapRow(row, 0));
                    if (batch.size() == BATCH) {
                        journal.recordAll(batch);
                        batch.clear();
                    }
                });
        journal.recordAll(batch);
    }
}
