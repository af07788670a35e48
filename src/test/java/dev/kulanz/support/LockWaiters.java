package dev.kulanz.support;

import java.util.concurrent.CompletableFuture;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who waits for a lock of the database: looked at as often as it takes, so that nothing depends on who is faster. */
public final class LockWaiters {

    private LockWaiters() {}

    /**
     * Returns once so many sessions wait.
     *
     * @param workers those that are to wait; one that has ended will not
     */
    public static void until(int waiting, JdbcClient jdbc, CompletableFuture<?>... workers) {
        while (count(jdbc) < waiting) {
            for (CompletableFuture<?> worker : workers) {
                if (worker.isDone()) {
                    throw new AssertionError("It did not wait for the lock, but ended: " + worker);
                }
            }
            Thread.onSpinWait();
        }
    }

    /** Of pg_locks, which is as it is at this moment; pg_stat_activity stands still within a transaction. */
    private static long count(JdbcClient jdbc) {
        return jdbc.sql("select count(distinct pid) from pg_locks where not granted")
                .query(Long.class)
                .single();
    }
}
