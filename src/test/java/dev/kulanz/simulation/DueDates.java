package dev.kulanz.simulation;

import dev.kulanz.shared.BusinessClock;
import java.sql.Timestamp;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The simulation's own record of which due date counted when, so that rules need not believe the house. */
final class DueDates {

    /** The due date that counted of item "i" when the demand "d" was composed, in SQL. */
    static final String THEN = """
            (select s.due_date from simulated_due_date s
             where s.invoice_id = i.invoice_id and s.since <= d.composed_at order by s.id desc limit 1)""";

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    DueDates(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        jdbc.sql("""
                        create table if not exists simulated_due_date (
                            id bigint generated always as identity, invoice_id text, due_date date, since timestamptz)""").update();
        jdbc.sql("create index if not exists simulated_due_date_by_invoice on simulated_due_date (invoice_id)")
                .update();
    }

    void named(String invoice, LocalDate due) {
        jdbc.sql("insert into simulated_due_date (invoice_id, due_date, since) values (:invoice, :due, :now)")
                .param("invoice", invoice)
                .param("due", due)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
