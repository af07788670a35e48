package dev.kulanz.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The file as a table of the transaction: checked rows go in by COPY, batch by batch. Of a refused row only whom and
 * what it names, and how much, is kept as far as it can be read, for the questions that concern the whole file.
 */
@Component
class Staging {

    private static final int BATCH = 2_000;
    private static final String COLUMNS =
            Arrays.stream(Column.values()).map(Column::header).collect(Collectors.joining(", "));
    private static final String TYPED = Arrays.stream(Column.values())
            .map(column -> column.header() + " " + column.sqlType())
            .collect(Collectors.joining(", "));

    private static final Set<Column> NAMING = EnumSet.of(
            Column.CREDITOR_ID,
            Column.DEBTOR_ID,
            Column.INVOICE_ID,
            Column.INSTALMENT,
            Column.DUE_DATE,
            Column.CURRENCY,
            Column.AMOUNT,
            Column.PAID,
            Column.OPEN_AMOUNT,
            Column.CREDITS_INVOICE);

    private final JdbcTemplate jdbc;

    Staging(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Reads the whole file. Says what is wrong with single rows to {@code rejections} and {@code warnings}. */
    void fill(
            CsvFile file,
            RowCheck check,
            Findings rejections,
            Findings warnings,
            @Nullable RejectedFile rejected,
            ImportProgress progress) {
        // Room for the sorts and joins of a large file, for this transaction only.
        jdbc.execute("set local work_mem = '64MB'");
        jdbc.execute("create temp table intake_row (line bigint not null, refusal text, reasons text, may_be_credit"
                + " boolean, credit boolean, other_line bigint, other_id text,"
                + " doubt text, " + TYPED + ") on commit drop");
        long read = 0;
        while (file.hasNext()) {
            List<CheckedRow> rows = checked(batch(file), check);
            for (CheckedRow row : rows) {
                row.rejections().forEach(rejections::add);
                if (row.isGood()) {
                    row.warnings().forEach(warnings::add);
                }
            }
            copy(rows, rejected);
            read += rows.size();
            progress.rowsRead(read);
        }
        // A row is asked for others of its invoice and of its debtor: without these each would look at all.
        // A hash would be walked from end to end where thousands of rows are of one debtor.
        jdbc.execute("create index on intake_row (invoice_id)");
        jdbc.execute("create index on intake_row (debtor_id)");
        jdbc.execute("analyze intake_row");
    }

    private static List<RawRow> batch(CsvFile file) {
        List<RawRow> rows = new ArrayList<>(BATCH);
        while (rows.size() < BATCH && file.hasNext()) {
            rows.add(file.next());
        }
        return rows;
    }

    /** On all cores: reading phone numbers is what an import spends most of its time with. */
    private List<CheckedRow> checked(List<RawRow> batch, RowCheck check) {
        Homes homes = Homes.of(batch, check, check.creditors(), jdbc);
        return batch.parallelStream().map(row -> check.check(row, homes)).toList();
    }

    private void copy(List<CheckedRow> rows, @Nullable RejectedFile rejected) {
        StringBuilder text = new StringBuilder(rows.size() * 300);
        for (CheckedRow row : rows) {
            append(row, rejected, text);
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        jdbc.execute((ConnectionCallback<Void>) connection -> {
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy intake_row (line, refusal, reasons, may_be_credit, credit, " + COLUMNS
                            + ") from stdin");
            try {
                copy.writeToCopy(bytes, 0, bytes.length);
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
            return null;
        });
    }

    private static void append(CheckedRow row, @Nullable RejectedFile rejected, StringBuilder text) {
        text.append(row.line()).append('\t').append(row.isGood() ? "\\N" : Refused.ROW.name());
        text.append('\t');
        appendValue(row.isGood() || rejected == null ? null : onOneLine(rejected.told(row.rejections())), text);
        text.append('\t').append(row.mayBeCredit()).append('\t');
        Boolean credit = row.saysCredit();
        text.append(credit == null ? "\\N" : credit);
        for (Column column : Column.values()) {
            boolean kept = row.isGood() || NAMING.contains(column);
            text.append('\t');
            appendValue(kept ? row.get(column) : null, text);
        }
        text.append('\n');
    }

    private static String onOneLine(String reasons) {
        return reasons.replaceAll("\\p{Cntrl}+", " ");
    }

    /** Cleaned values hold no control characters: only the backslash means something to COPY. */
    private static void appendValue(@Nullable String value, StringBuilder text) {
        text.append(value == null ? "\\N" : value.indexOf('\\') < 0 ? value : value.replace("\\", "\\\\"));
    }
}
