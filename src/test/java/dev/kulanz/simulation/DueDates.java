package dev.kulanz.simulation;

import dev.kulanz.shared.BusinessClock;
import dev.kulanz.simulation.Inhabitant.Invoice;
import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The simulation's own record of which due date counted when, so that rules need not believe the house. */
final class DueDates {

    /** The due date that counted of item "i" when the demand "d" was composed, in SQL. */
    static final String THEN = """
            (select s.due_date from simulated_due_date s
             where s.item = i.invoice_id || '/' || i.instalment and s.since <= d.composed_at order by s.id desc limit 1)""";

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    DueDates(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        jdbc.sql("""
                        create table if not exists simulated_due_date (
                            id bigint generated always as identity, item text, due_date date, since timestamptz)""").update();
        jdbc.sql("create index if not exists simulated_due_date_by_item on simulated_due_date (item)")
                .update();
    }

    void named(Invoice invoice) {
        jdbc.sql("insert into simulated_due_date (item, due_date, since) values (:item, :due, :now)")
                .param("item", invoice.key())
                .param("due", invoice.due())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
