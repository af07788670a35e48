package dev.kulanz.simulation;

import dev.kulanz.simulation.Inhabitant.Invoice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Debtors whom the house knows already: what they owe is their creditor's word, how they behave is chance. */
final class Residents {

    private final JdbcClient jdbc;
    private final String creditorId;
    private final Scenario scenario;

    Residents(JdbcClient jdbc, String creditorId, Scenario scenario) {
        this.jdbc = jdbc;
        this.creditorId = creditorId;
        this.scenario = scenario;
    }

    List<Inhabitant> inhabitants() {
        Map<String, Inhabitant> found = new LinkedHashMap<>();
        jdbc.sql("""
                        select d.external_id, d.type, d.name, d.language, p.value as mobile,
                               b.invoice_id, coalesce(b.given_instalment, b.instalment) as instalment, b.instalments,
                               b.original_amount, a.currency, b.due_date
                        from item_balance b join account a on a.id = b.account_id join debtor d on d.id = a.debtor_id
                        left join lateral (
                            select value from contact_point where debtor_id = d.id and kind = 'MOBILE' limit 1) p on true
                        where d.creditor_id = :creditor
                        order by d.external_id, b.invoice_id, b.instalment""").param("creditor", creditorId).query(row -> {
            String id = row.getString("external_id");
            Map<String, String> columns = new LinkedHashMap<>();
            columns.put("creditor_id", creditorId);
            columns.put("debtor_id", quoted(id));
            columns.put("debtor_type", row.getString("type"));
            columns.put("name", quoted(row.getString("name")));
            columns.put("language", row.getString("language"));
            String mobile = row.getString("mobile");
            columns.put("mobile", mobile == null ? "" : mobile);
            found.computeIfAbsent(
                            id,
                            unknown -> new Inhabitant(
                                    id,
                                    Temper.by(Chance.of(scenario.seed(), "temper", id)),
                                    columns,
                                    new ArrayList<>()))
                    .invoices()
                    .add(new Invoice(
                            row.getString("invoice_id"),
                            row.getInt("instalments") > 1 ? row.getInt("instalment") : 0,
                            row.getBigDecimal("original_amount"),
                            row.getString("currency"),
                            row.getObject("due_date", LocalDate.class),
                            0));
        });
        return List.copyOf(found.values());
    }

    private static String quoted(String value) {
        return '"' + value.replace("\"", "\"\"") + '"';
    }

    /** The accounts as they are found, to which the simulation adds what happens from now on. */
    Tally accounts() {
        Tally tally = new Tally();
        jdbc.sql("""
                        select d.external_id, a.currency, b.invoice_id,
                               coalesce(b.given_instalment, b.instalment) as instalment, b.original_amount, b.due_date
                        from item_balance b join account a on a.id = b.account_id join debtor d on d.id = a.debtor_id
                        where d.creditor_id = :creditor""").param("creditor", creditorId).query(row -> {
            LocalDate due = row.getObject("due_date", LocalDate.class);
            BigDecimal amount = row.getBigDecimal("original_amount");
            tally.named(
                    row.getString("external_id"),
                    new Invoice(
                            row.getString("invoice_id"),
                            row.getInt("instalment"),
                            amount,
                            row.getString("currency"),
                            due,
                            0),
                    amount);
        });
        jdbc.sql("""
                        select d.external_id, a.currency, -sum(e.amount)
                        from ledger_entry e join account a on a.id = e.account_id join debtor d on d.id = a.debtor_id
                        where d.creditor_id = :creditor and e.kind not in ('PRINCIPAL', 'WRITE_OFF', 'GOODWILL')
                        group by d.external_id, a.currency""").param("creditor", creditorId).query(row -> {
            tally.paid(row.getString(1), row.getString(2), row.getBigDecimal(3));
        });
        return tally;
    }
}
