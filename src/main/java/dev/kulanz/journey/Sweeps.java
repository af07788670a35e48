package dev.kulanz.journey;

import dev.kulanz.cases.OverdueSweep;
import dev.kulanz.intake.TakeOver;
import dev.kulanz.orders.HeldItems;
import dev.kulanz.payments.PaymentFeeds;
import dev.kulanz.shared.BusinessClock;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Work that recurs every day in business time; one node does it, each in a transaction of its own. */
@Component
class Sweeps {

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;
    private final List<Sweep> all;

    Sweeps(
            JdbcClient jdbc,
            OverdueSweep overdue,
            TakeOver takeOver,
            StalledCases stalled,
            Failures failures,
            PaymentFeeds feeds,
            HeldItems holds,
            TaskRefresh tasks,
            ObjectProvider<DailyWork> others,
            BusinessClock clock,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = transaction;
        Stream<Sweep> ours = Stream.of(
                // what holds items back ends by the day, before they become cases
                new Sweep("item-holds", LocalTime.of(4, 30), holds::run),
                // items become overdue by the day: early each morning they become cases; and what tasks say of one ends
                new Sweep("overdue-sweep", LocalTime.of(5, 0), () -> {
                    overdue.run();
                    takeOver.run();
                    tasks.onNewDay();
                }),
                new Sweep("stalled-cases", LocalTime.of(6, 0), () -> {
                    stalled.find();
                    failures.forget();
                }),
                // before the first messages of the day
                new Sweep("payment-feeds", LocalTime.of(6, 30), feeds::alarm));
        this.all = Stream.concat(
                        ours, others.orderedStream().map(other -> new Sweep(other.name(), other.at(), other::run)))
                .toList();
    }

    record Sweep(String name, LocalTime at, Runnable work) {}

    List<Sweep> all() {
        return all;
    }

    /** Does it if it is due and no other node is at it; false if not. What fails stays due. */
    boolean runIfDue(Sweep sweep) {
        return Boolean.TRUE.equals(transaction.execute(status -> isDone(sweep)));
    }

    private boolean isDone(Sweep sweep) {
        Optional<Instant> due = jdbc.sql("select next_run_at from schedule where name = :name for update skip locked")
                .param("name", sweep.name())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
        if (due.isEmpty() || due.get().isAfter(clock.instant())) {
            return false;
        }
        sweep.work().run();
        jdbc.sql("update schedule set next_run_at = :next where name = :name")
                .param("next", Timestamp.from(tomorrow(sweep.at())))
                .param("name", sweep.name())
                .update();
        return true;
    }

    boolean isAnyDue(Instant moment) {
        return jdbc.sql("select exists (select from schedule where next_run_at <= :moment)")
                .param("moment", Timestamp.from(moment))
                .query(Boolean.class)
                .single();
    }

    private Instant tomorrow(LocalTime at) {
        return clock.today().plusDays(1).atTime(at).atZone(BusinessClock.ZONE).toInstant();
    }

    /** The first run is due at once, whenever business time begins. */
    void plan() {
        for (Sweep sweep : all) {
            jdbc.sql("insert into schedule (name, next_run_at) values (:name, :ever) on conflict do nothing")
                    .param("name", sweep.name())
                    .param("ever", Timestamp.from(Instant.EPOCH))
                    .update();
        }
    }
}
