package dev.kulanz.intake;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.support.LockWaiters;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tests say about files, and ask of the tables. */
final class Portfolio {

    static final String CREDITOR = "lindenhof";
    static final String HEADER = "creditor_id,debtor_id,name,email,invoice_id,invoice_date,due_date,amount,currency";

    private final JdbcClient jdbc;
    private final Imports imports;

    Portfolio(JdbcClient jdbc, Imports imports) {
        this.jdbc = jdbc;
        this.imports = imports;
    }

    /** An empty database with one creditor. */
    Portfolio emptied() {
        jdbc.sql("truncate creditor, debtor, import, journal, payment cascade").update();
        return withCreditor(CREDITOR);
    }

    Portfolio withCreditor(String id) {
        jdbc.sql(
                        "insert into creditor (id, name, missing, created_at, updated_at) values (:id, :id, '{}', now(), now())")
                .param("id", id)
                .update();
        return this;
    }

    /** Has the planner take these tables for empty, though they have pages. */
    void believedEmpty(String... tables) {
        for (String table : tables) {
            jdbc.sql("update pg_class set reltuples = 0 where oid = cast(:table as regclass)")
                    .param("table", table)
                    .update();
        }
    }

    /** How many rows the planner takes a table to have. */
    float believed(String table) {
        return jdbc.sql("select reltuples from pg_class where oid = cast(:table as regclass)")
                .param("table", table)
                .query(Float.class)
                .single();
    }

    /** A good row under {@link #HEADER}: 100 EUR, due on 10 November 2026. */
    static String row(String debtor, String invoice) {
        return row(debtor, invoice, "100.00");
    }

    static String row(String debtor, String invoice, String amount) {
        return CREDITOR + "," + debtor + ",Name of " + debtor + "," + debtor.toLowerCase(java.util.Locale.ROOT)
                + "@example.com," + invoice + ",2026-10-27,2026-11-10," + amount + ",EUR";
    }

    /** A file with one good row, of which some fields are said otherwise (or besides). */
    static String fileWith(Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>();
        String[] names = HEADER.split(",", -1);
        String[] values = row("D-1", "R-1").split(",", -1);
        for (int i = 0; i < names.length; i++) {
            all.put(names[i], values[i]);
        }
        all.putAll(fields);
        return String.join(",", all.keySet()) + "\n"
                + all.values().stream()
                        .map(v -> "\"" + v.replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(","));
    }

    static String file(String... rows) {
        return HEADER + "\n" + String.join("\n", rows) + "\n";
    }

    ImportResult imported(String csv) {
        return imported(csv, ImportOptions.CHANGES);
    }

    ImportResult imported(String csv, ImportOptions options) {
        return imported(csv.getBytes(StandardCharsets.UTF_8), options, CreditorScope.ALL);
    }

    ImportResult imported(byte[] csv, ImportOptions options, CreditorScope scope) {
        return imports.run(new ByteArrayInputStream(csv), options, scope, ImportProgress.UNSEEN);
    }

    ImportResult imported(String csv, ImportProgress progress) {
        return imports.run(
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                ImportOptions.CHANGES,
                CreditorScope.ALL,
                progress);
    }

    List<ImportSummary> recent() {
        return imports.recent(CreditorScope.ALL, 10);
    }

    long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    BigDecimal balance(String invoice) {
        return jdbc.sql("""
                        select b.open_amount from item_balance b join open_item i on i.id = b.id
                        where i.invoice_id = :invoice""").param("invoice", invoice).query(BigDecimal.class).single();
    }

    /** Everything that an import could write: the number of rows in each table. */
    Map<String, Long> everything() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String table : List.of(
                "creditor", "debtor", "contact_point", "account", "open_item", "ledger_entry", "journal", "import")) {
            counts.put(table, count(table));
        }
        return counts;
    }

    List<String> journalled() {
        return jdbc.sql("select kind from journal order by id")
                .query(String.class)
                .list();
    }

    /** The facts of the last happening of this kind. */
    Map<String, Object> factsOf(String kind) {
        return jdbc.sql("""
                        select key, value from jsonb_each_text((
                            select facts from journal where kind = :kind order by id desc limit 1))""").param("kind", kind).query(rs -> {
            Map<String, Object> facts = new LinkedHashMap<>();
            while (rs.next()) {
                facts.put(rs.getString(1), rs.getString(2));
            }
            return facts;
        });
    }

    <T> T value(String sql, Class<T> type) {
        return jdbc.sql(sql).query(type).single();
    }

    List<String> strings(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    void execute(String sql) {
        jdbc.sql(sql).update();
    }

    /** Looks until PostgreSQL says that so many of its sessions wait for a lock. */
    void untilWaitingForLocks(int sessions, CompletableFuture<?>... workers) {
        LockWaiters.until(sessions, jdbc, workers);
    }
}
