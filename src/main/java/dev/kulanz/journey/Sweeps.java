package dev.kulanz.journey;

import dev.kulanz.cases.OverdueSweep;
import dev.kulanz.shared.BusinessClock;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Work that recurs in business time; one node does it. */
@Component
class Sweeps {

    /** Items become overdue by the day: early each morning they become cases. */
    private static final LocalTime EARLY = LocalTime.of(5, 0);

    private static final String OVERDUE = "overdue-sweep";

    private final JdbcClient jdbc;
    private final OverdueSweep overdue;
    private final BusinessClock clock;

    Sweeps(JdbcClient jdbc, OverdueSweep overdue, BusinessClock clock) {
        this.jdbc = jdbc;
        this.overdue = overdue;
        this.clock = clock;
    }

    /** Does what is due; false if nothing was. */
    @Transactional
    public boolean runDue() {
        Optional<Instant> due = jdbc.sql("select next_run_at from schedule where name = :name for update skip locked")
                .param("name", OVERDUE)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
        if (due.isEmpty() || due.get().isAfter(clock.instant())) {
            return false;
        }
        overdue.run();
        LocalDate tomorrow = clock.today().plusDays(1);
        jdbc.sql("update schedule set next_run_at = :next where name = :name")
                .param(
                        "next",
                        Timestamp.from(tomorrow.atTime(EARLY)
                                .atZone(BusinessClock.ZONE)
                                .toInstant()))
                .param("name", OVERDUE)
                .update();
        return true;
    }

    /** The first run is due at once, whenever business time begins. */
    void plan() {
        jdbc.sql("insert into schedule (name, next_run_at) values (:name, :ever) on conflict do nothing")
                .param("name", OVERDUE)
                .param("ever", Timestamp.from(Instant.EPOCH))
                .update();
    }
}
