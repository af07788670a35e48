package dev.kulanz.simulation;

import dev.kulanz.shared.BusinessClock;
import dev.kulanz.simulation.Inhabitant.Invoice;
import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The simulation's own record of which due date counted when, so that rules need not believe the house. */
final class DueDates {

    /** The due date that counted of item "i" when the demand "d" was composed, in SQL; known by the creditor's own number of a part. */
    static final String THEN = """
            (select s.due_date from simulated_due_date s
             where s.item = i.invoice_id || '/' || coalesce(i.given_instalment, i.instalment) and s.since <= d.composed_at order by s.id desc limit 1)""";

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

    /** Whether the house says that something of it is owed: then another day of it can only mean that it was moved. */
    boolean isOwed(Invoice invoice) {
        return jdbc.sql("select exists (select 1 from item_balance where invoice_id = :invoice and open_amount > 0)")
                .param("invoice", invoice.id())
                .query(Boolean.class)
                .single();
    }

    void named(Invoice invoice) {
        jdbc.sql("insert into simulated_due_date (item, due_date, since) values (:item, :due, :now)")
                .param("item", invoice.key())
                .param("due", invoice.due())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
