package dev.kulanz.departures;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The data folders that the database knew when a node began to look. A clock may be wrong, so life is told from signs that come
 * after that.
 */
record Company(List<Home> before) {

    /** Who was seen so close before the last sign of life was at work when the database was last in use. */
    private static final Duration AT_WORK = Duration.ofMinutes(1);

    boolean knows(UUID home) {
        return before.stream().anyMatch(one -> one.id().equals(home));
    }

    /** When the database was last in use; empty: it never was. */
    Optional<Instant> lastSeen() {
        return before.stream().map(Home::lastSeen).max(Instant::compareTo);
    }

    Optional<Instant> lastSeen(UUID home) {
        return before.stream()
                .filter(one -> one.id().equals(home))
                .map(Home::lastSeen)
                .findFirst();
    }

    /** Whether another one that was known before gives signs of life: then this database is the one in use. */
    boolean isInUse(List<Home> now, UUID except) {
        return before.stream().anyMatch(one -> !one.id().equals(except) && isAlive(one, now));
    }

    /** Others that were at work when it was last in use, did not end in peace, and have given no sign of life since. */
    List<UUID> missing(List<Home> now, UUID except) {
        Instant from = lastSeen().orElse(Instant.MAX).minus(AT_WORK);
        return before.stream()
                .filter(one -> !one.id().equals(except) && !one.closed())
                .filter(one -> !one.lastSeen().isBefore(from) && !isAlive(one, now))
                .map(Home::id)
                .toList();
    }

    private static boolean isEndedSince(Home before, Home now) {
        return now.closed() && !before.closed();
    }

    private static boolean isAlive(Home before, List<Home> now) {
        return now.stream()
                .anyMatch(one ->
                        one.id().equals(before.id()) && (one.beats() > before.beats() || isEndedSince(before, one)));
    }
}
