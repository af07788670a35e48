package dev.kulanz.intake;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The remarks on rows, as the import finds them in sets. */
final class Remarks {

    private final JdbcClient jdbc;

    Remarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who finds something to say adds it here. */
    void prepare() {
        jdbc.sql(
                        "create temp table intake_remark (line bigint, remark text, number text, amount numeric) on commit drop")
                .update();
    }

    /** The first by line. */
    List<RowMessage> first() {
        return jdbc.sql("select * from intake_remark order by line, remark limit :limit")
                .param("limit", Findings.LIMIT)
                .query((row, i) -> Remark.valueOf(row.getString("remark"))
                        .of(row.getLong("line"), row.getString("number"), row.getBigDecimal("amount")))
                .list();
    }

    long total() {
        return jdbc.sql("select count(*) from intake_remark").query(Long.class).single();
    }
}
