package dev.kulanz.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * Counts failures by a key for an hour. The first ten cost nothing; then there is a pause before each, which doubles up to a
 * quarter of an hour. So nothing is ever closed for good, and yet 24 hours hold few guesses. A try counts as a failure from
 * its beginning, and is taken back if it was none: of many at once no more are looked at than of as many in a row.
 *
 * <p>A table of fixed size that keeps no keys: each is counted in four slots, one of each row, which a secret of this run
 * chooses, and the least of the four counts (a count-min sketch). Nobody can fill it up: a cache would forget, in a flood,
 * either who guesses or everybody. Here a flood at most slows down others, and that only by hundreds of
 * failures a second.
 */
final class Failures {

    static final int FREE = 10;
    static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    static final Duration COUNTED = Duration.ofHours(1);

    private static final int ROWS = 4;
    private static final int SLOTS = 1 << 16;
    private static final int MOST_DOUBLINGS = 10;

    private final LongSupplier time;
    private final byte[] secret = new byte[32];
    private final int[] counts = new int[ROWS * SLOTS];
    private final long[] since = new long[ROWS * SLOTS];
    private final long[] last = new long[ROWS * SLOTS];

    /** @param time in nanoseconds, from any beginning */
    Failures(LongSupplier time) {
        this.time = time;
        new SecureRandom().nextBytes(secret);
    }

    synchronized int count(String key) {
        return least(slots(key));
    }

    /** How long to wait before the next try; zero: it may be now. */
    synchronized Duration pause(String key) {
        return pause(slots(key));
    }

    /** A try of somebody who was counted before: where there are pauses, the next begins now. */
    synchronized void touch(String key) {
        int[] slots = slots(key);
        if (least(slots) >= FREE) {
            for (int slot : slots) {
                last[slot] = time.getAsLong();
            }
        }
    }

    /** One more; yields how many there are now. */
    synchronized int add(String key) {
        int[] slots = slots(key);
        for (int slot : slots) {
            if (current(slot) == 0) {
                counts[slot] = 0;
                since[slot] = time.getAsLong();
            }
            counts[slot]++;
            last[slot] = time.getAsLong();
        }
        return least(slots);
    }

    /** Takes one back. */
    synchronized void takeBack(String key) {
        takeBack(slots(key), 1);
    }

    /** Takes all back that was counted of this key, and no more of others than that: what they have in other slots stays. */
    synchronized void forget(String key) {
        int[] slots = slots(key);
        takeBack(slots, least(slots));
    }

    private void takeBack(int[] slots, int count) {
        for (int slot : slots) {
            counts[slot] = Math.max(0, current(slot) - count);
        }
    }

    private int least(int[] slots) {
        return Arrays.stream(slots).map(this::current).min().orElse(0);
    }

    private Duration pause(int[] slots) {
        return Arrays.stream(slots)
                .mapToObj(this::pauseOf)
                .min(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private int current(int slot) {
        return time.getAsLong() - since[slot] > COUNTED.toNanos() ? 0 : counts[slot];
    }

    private Duration pauseOf(int slot) {
        int count = current(slot);
        if (count < FREE) {
            return Duration.ZERO;
        }
        Duration whole = FIRST_PAUSE.multipliedBy(1L << Math.min(count - FREE, MOST_DOUBLINGS));
        Duration wanted = whole.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : whole;
        Duration rest = wanted.minusNanos(time.getAsLong() - last[slot]);
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    private int[] slots(String key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(secret);
            ByteBuffer hash = ByteBuffer.wrap(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
            int[] slots = new int[ROWS];
            for (int row = 0; row < ROWS; row++) {
                slots[row] = row * SLOTS + (hash.getInt() & (SLOTS - 1));
            }
            return slots;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
