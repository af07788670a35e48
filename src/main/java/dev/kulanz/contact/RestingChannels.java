package dev.kulanz.contact;

import dev.kulanz.shared.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Channels whose provider could not be reached at all rest for a moment on this node, so that not each message runs into
 * its time-out.
 */
@Component
class RestingChannels {

    private static final Duration REST = Duration.ofMinutes(1);

    private final Map<Channel, Instant> since = new ConcurrentHashMap<>();
    private final BusinessClock clock;

    RestingChannels(BusinessClock clock) {
        this.clock = clock;
    }

    void rest(Channel channel) {
        since.put(channel, clock.instant());
    }

    /** Those that rest now. */
    Set<Channel> now() {
        Instant now = clock.instant();
        since.values().removeIf(begin -> now.isBefore(begin) || !now.isBefore(begin.plus(REST)));
        return Set.copyOf(since.keySet());
    }
}
