package dev.kulanz.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Gives the rows of a file that were refused back to who sent them. */
@Component
class RejectedRows {

    private static final int BATCH = 2_000;

    private static final String REFUSED = """
            select line, refusal, reasons, coalesce(other_line, 0) as other_line, debtor_id, invoice_id,
                   coalesce(credits_invoice, invoice_id) as credits_invoice, coalesce(other_id, '') as other_id
            from intake_row where refusal is not null order by line""";

    private final JdbcTemplate jdbc;

    RejectedRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Reads the file once more, beside what was found of its rows; neither is ever there as a whole. */
    void write(ImportRequest request, RejectedFile to) {
        try (CsvFile file = request.rows();
                CsvWriter csv = CsvWriter.builder()
                        .fieldSeparator(file.separator())
                        .lineDelimiter(LineDelimiter.CRLF)
                        .build(to.begin())) {
            csv.writeRecord(row(Header.LINE, Header.REASON, file.header().ownNames()));
            jdbc.query(
                    connection -> {
                        var statement = connection.prepareStatement(REFUSED);
                        statement.setFetchSize(BATCH);
                        return statement;
                    },
                    found -> {
                        RawRow raw = file.rowOf(found.getLong("line"));
                        csv.writeRecord(row(
                                Long.toString(raw.line()),
                                reasons(found, to),
                                file.header().own(raw)));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> row(String line, String reason, List<String> own) {
        List<String> cells = new ArrayList<>(own.size() + 2);
        cells.add(line);
        cells.add(ReturnedCell.guarded(reason));
        own.forEach(value -> cells.add(ReturnedCell.guarded(value)));
        return cells;
    }

    private static String reasons(ResultSet found, RejectedFile to) throws SQLException {
        Refused why = Refused.valueOf(found.getString("refusal"));
        return why == Refused.ROW
                ? String.valueOf(found.getString("reasons"))
                : to.told(List.of(Verdicts.message(why, found)));
    }
}
