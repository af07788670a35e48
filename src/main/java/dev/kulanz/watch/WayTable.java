package dev.kulanz.watch;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps how the ways fare by which people are told, and which node is telling. */
@Component
class WayTable {

    /** Longer than any try lasts. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    /** Leases are infrastructure: they count real time. */
    private static final Clock REAL_TIME = Clock.systemUTC();

    private final JdbcClient jdbc;

    WayTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How a way fares.
     *
     * @param toldAt when it last told anything; null: never
     * @param tries in vain since then
     * @param failure why the last one failed; null: it did not
     */
    record State(
            String way,
            @Nullable Instant toldAt,
            int tries,
            @Nullable Instant nextTryAt,
            @Nullable String failure) {}

    @Transactional
    void begin(String way, Instant now) {
        jdbc.sql("insert into alarm_way (way, since) values (:way, :now) on conflict do nothing")
                .param("way", way)
                .param("now", Timestamp.from(now))
                .update();
    }

    @Transactional(readOnly = true)
    List<State> all() {
        return jdbc.sql("select way, told_at, tries, next_try_at, failure from alarm_way order by way")
                .query(State.class)
                .list();
    }

    @Transactional(readOnly = true)
    Optional<State> find(String way) {
        return all().stream().filter(one -> one.way().equals(way)).findFirst();
    }

    /** @return false if another node is telling */
    @Transactional
    boolean claim(String way) {
        Instant now = REAL_TIME.instant();
        return jdbc.sql("""
                        update alarm_way set claimed_until = :until
                        where way = :way and (claimed_until is null or claimed_until < :now)""")
                        .param("way", way)
                        .param("until", Timestamp.from(now.plus(LEASE)))
                        .param("now", Timestamp.from(now))
                        .update()
                > 0;
    }

    @Transactional
    void release(String way) {
        jdbc.sql("update alarm_way set claimed_until = null where way = :way")
                .param("way", way)
                .update();
    }

    @Transactional
    void told(String way, Instant now) {
        jdbc.sql("""
                        update alarm_way set told_at = :now, tries = 0, next_try_at = null, failure = null, claimed_until = null
                        where way = :way""").param("way", way).param("now", Timestamp.from(now)).update();
    }

    @Transactional
    void failed(String way, String why, Instant nextTryAt) {
        jdbc.sql("""
                        update alarm_way set tries = tries + 1, next_try_at = :next, failure = :why, claimed_until = null
                        where way = :way""")
                .param("way", way)
                .param("why", why)
                .param("next", Timestamp.from(nextTryAt))
                .update();
    }
}
