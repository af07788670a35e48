package dev.kulanz.intake;

import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Said;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What there is to say about rows that were taken although another one makes them doubtful. */
final class Doubts {

    private static final String DOUBTED = "intake_row where refusal is null and doubt is not null";

    private final JdbcClient jdbc;

    Doubts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first by line. */
    List<RowMessage> first() {
        return jdbc.sql("select line, doubt, debtor_id, invoice_id, other_id from " + DOUBTED
                        + " order by line limit :limit")
                .param("limit", Findings.LIMIT)
                .query((row, i) -> {
                    Refused almost = Refused.valueOf(row.getString("doubt"));
                    return new RowMessage(
                            row.getLong("line"),
                            almost.field(),
                            Said.of(
                                    "import.zeros",
                                    "{0} differs from {1} only by zeros at its start. It was taken as another one, since "
                                            + "nothing else is the same. Please check that no zeros were lost in a spreadsheet.",
                                    Legible.quoted(row.getString(almost.field())),
                                    Legible.quoted(row.getString("other_id"))));
                })
                .list();
    }

    long total() {
        return jdbc.sql("select count(*) from " + DOUBTED).query(Long.class).single();
    }
}
