package dev.kulanz.intake;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Refuses what can't be true of dunning that ran elsewhere. What was taken already is not refused because time goes on,
 * or the same file would be good today and bad tomorrow.
 */
final class RunningVerdicts {

    private static final String REFUSE = """
            update intake_row r set refusal = '%s'
            where r.refusal is null and %s and not exists (
                select from open_item i join running_item k on k.open_item_id = i.id
                where i.creditor_id = r.creditor_id and i.invoice_id = r.invoice_id and %s)""";

    private static final String REMINDED_BEFORE_DUE = REFUSE.formatted(
            Refused.REMINDED_BEFORE_DUE,
            "r.last_reminder_on < r.due_date",
            "k.step = r.dunning_step and k.reminded_on = r.last_reminder_on");

    private static final String PROMISE_PAST =
            REFUSE.formatted(Refused.PROMISE_PAST, "r.promise_date < :today", "k.promise_date = r.promise_date");

    private static final String BLOCK_PAST = REFUSE.formatted(
            Refused.BLOCK_PAST,
            "r.blocked_until < :today",
            "k.block_reason = r.block_reason and k.blocked_until = r.blocked_until");

    private final JdbcClient jdbc;

    RunningVerdicts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void pass(LocalDate today) {
        jdbc.sql(REMINDED_BEFORE_DUE).update();
        jdbc.sql(PROMISE_PAST).param("today", today).update();
        jdbc.sql(BLOCK_PAST).param("today", today).update();
    }
}
