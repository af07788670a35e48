package dev.kulanz.storage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/**
 * The data of a database as compressed text: each table as PostgreSQL copies it out, and how far its sequences are. The
 * tables themselves are made by the migrations.
 */
public final class Dump {

    private static final String TABLES = """
            select quote_ident(c.relname), string_agg(quote_ident(a.attname), ', ' order by a.attnum)
            from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'flyway_schema_history'
            group by c.relname order by c.relname""";

    private static final String SEQUENCES = """
            select quote_ident(sequencename), last_value from pg_sequences
            where schemaname = 'public' and last_value is not null order by 1""";

    private static final String END = "\\.";

    private Dump() {}

    /** Writes all tables that hold something. */
    public static void write(Connection from, OutputStream out) throws SQLException, IOException {
        try (OutputStream zip = new GZIPOutputStream(out)) {
            CopyManager copy = from.unwrap(PGConnection.class).getCopyAPI();
            for (List<String> table : rows(from, TABLES)) {
                if (!rows(from, "select 1, 1 from " + table.get(0) + " limit 1").isEmpty()) {
                    String columns = "%s (%s)".formatted(table.get(0), table.get(1));
                    line(zip, "table " + columns);
                    copy.copyOut("copy " + columns + " to stdout", zip);
                    line(zip, END);
                }
            }
            for (List<String> sequence : rows(from, SEQUENCES)) {
                line(zip, "sequence %s %s".formatted(sequence.get(0), sequence.get(1)));
            }
        }
    }

    /** Puts the data into the tables, in place of what the migrations put there; triggers and foreign keys rest meanwhile. */
    public static void restore(Connection to, InputStream in) throws SQLException, IOException {
        execute(to, "set session_replication_role = replica");
        String all = String.join(
                ", ", rows(to, TABLES).stream().map(table -> table.get(0)).toList());
        execute(to, "truncate " + all);
        CopyManager copy = to.unwrap(PGConnection.class).getCopyAPI();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("table ")) {
                    fill(copy.copyIn("copy " + line.substring("table ".length()) + " from stdin"), lines);
                } else {
                    int value = line.lastIndexOf(' ') + 1;
                    String sequence = line.substring("sequence ".length(), value - 1);
                    execute(to, "select setval('%s', %s)".formatted(sequence, line.substring(value)));
                }
            }
        }
        execute(to, "set session_replication_role = origin");
        execute(to, "analyze");
    }

    private static void fill(CopyIn table, BufferedReader lines) throws SQLException, IOException {
        for (String line = lines.readLine(); !END.equals(line); line = lines.readLine()) {
            byte[] row = (line + "\n").getBytes(StandardCharsets.UTF_8);
            table.writeToCopy(row, 0, row.length);
        }
        table.endCopy();
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static List<List<String>> rows(Connection on, String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = on.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                rows.add(List.of(found.getString(1), found.getString(2)));
            }
        }
        return rows;
    }

    private static void execute(Connection on, String sql) throws SQLException {
        try (Statement statement = on.createStatement()) {
            statement.execute(sql);
        }
    }
}
