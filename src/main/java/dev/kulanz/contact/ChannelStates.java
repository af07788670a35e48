package dev.kulanz.contact;

import dev.kulanz.contact.ChannelAdapter.Delivery;
import dev.kulanz.shared.BusinessClock;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps how each channel fares that leads out of this machine. */
@Component
class ChannelStates {

    /** So many messages, one after the other, that a provider does not take without blaming their addresses are its fault. */
    private static final int IN_A_ROW = 3;

    /** Success is noted so often, not with each message. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    private static final Duration ASKED = Duration.ofSeconds(50);

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    /** When this node last noted a success; none: what it noted last was a failure. */
    private final Map<Channel, Instant> wellSince = new ConcurrentHashMap<>();

    ChannelStates(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * How a channel fares.
     *
     * @param takenAt when its provider last took a message; null: never
     * @param failedAt when it last did not; null: never
     * @param failures how often it did not since then, one after the other
     * @param unreachable it could not be reached at all
     * @param reason what was said last; null: nothing failed since
     */
    record State(
            Channel channel,
            @Nullable Instant takenAt,
            @Nullable Instant failedAt,
            int failures,
            boolean unreachable,
            @Nullable String reason) {

        boolean isDown() {
            return failures > 0 && (unreachable || failures >= IN_A_ROW);
        }
    }

    List<State> all() {
        return jdbc.sql(
                        "select channel, taken_at, failed_at, failures, unreachable, reason from channel_state order by channel")
                .query(State.class)
                .list();
    }

    /** What became of a message; what is the fault of an address says nothing of the channel. */
    void note(Channel channel, Delivery delivery) {
        if (delivery instanceof Delivery.Taken) {
            taken(channel);
        } else if (delivery instanceof Delivery.Unreachable unreachable) {
            failed(channel, unreachable.reason(), true);
        } else if (delivery instanceof Delivery.Later later && !later.ofAddress()) {
            failed(channel, later.reason(), false);
        } else if (delivery instanceof Delivery.Refused refused && !refused.badAddress()) {
            failed(channel, refused.reason(), false);
        } else if (delivery instanceof Delivery.Unknown unknown) {
            failed(channel, unknown.reason(), false);
        }
    }

    private void taken(Channel channel) {
        Instant now = clock.instant();
        Instant noted = wellSince.get(channel);
        if (noted != null && !now.isBefore(noted) && now.isBefore(noted.plus(NOTED))) {
            return;
        }
        wellSince.put(channel, now);
        jdbc.sql("""
                        insert into channel_state (channel, taken_at) values (:channel, :now)
                        on conflict (channel) do update set taken_at = excluded.taken_at, failures = 0, failing_since = null,
                            unreachable = false, reason = null""")
                .param("channel", channel.name())
                .param("now", Timestamp.from(now))
                .update();
    }

    private void failed(Channel channel, String reason, boolean unreachable) {
        wellSince.remove(channel);
        jdbc.sql("""
                        insert into channel_state as s (channel, failed_at, failing_since, failures, unreachable, reason)
                        values (:channel, :now, :now, 1, :unreachable, :reason)
                        on conflict (channel) do update set failed_at = excluded.failed_at,
                            failing_since = coalesce(s.failing_since, excluded.failed_at), failures = s.failures + 1,
                            unreachable = excluded.unreachable, reason = excluded.reason""")
                .param("channel", channel.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("unreachable", unreachable)
                .param("reason", reason)
                .update();
    }

    /** Whether to ask its provider now; false if another node did a moment ago. */
    boolean isToBeAsked(Channel channel) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        insert into channel_state as s (channel, asked_at) values (:channel, :now)
                        on conflict (channel) do update set asked_at = excluded.asked_at
                            where s.asked_at is null or s.asked_at <= :before or s.asked_at > :now""")
                        .param("channel", channel.name())
                        .param("now", Timestamp.from(now))
                        .param("before", Timestamp.from(now.minus(ASKED)))
                        .update()
                > 0;
    }

    /** The provider was asked: it is there again, which says nothing of messages that it does not take. */
    void isThere(Channel channel) {
        jdbc.sql("""
                        update channel_state set failures = 0, failing_since = null, unreachable = false, reason = null
                        where channel = :channel and unreachable""").param("channel", channel.name()).update();
    }

    /** The provider was asked and is not there. */
    void isAway(Channel channel, Delivery.Unreachable away) {
        failed(channel, away.reason(), true);
    }
}
