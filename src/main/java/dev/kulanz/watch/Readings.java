package dev.kulanz.watch;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What was last seen of each watch: however many ask, each is looked at once in a while, by one at a time. */
final class Readings {

    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private final BlindSpots blind;
    private final LongSupplier nanoseconds;
    private final @Nullable Duration keptInstead;

    /** @param keptInstead how long each look is good enough; null: as its sign says */
    Readings(List<Watch> watches, BlindSpots blind, LongSupplier nanoseconds, @Nullable Duration keptInstead) {
        for (Watch watch : watches) {
            if (slots.put(watch.sign().id(), new Slot(watch)) != null) {
                throw new IllegalStateException(
                        "Two watches are called " + watch.sign().id());
            }
        }
        this.blind = blind;
        this.nanoseconds = nanoseconds;
        this.keptInstead = keptInstead;
    }

    List<Sign> signs() {
        return slots.values().stream().map(slot -> slot.watch.sign()).toList();
    }

    Optional<Sign> sign(String id) {
        return Optional.ofNullable(slots.get(id)).map(slot -> slot.watch.sign());
    }

    /** @return empty if it can't be looked at */
    Optional<Reading> of(String sign) {
        return Optional.ofNullable(slots.get(sign)).flatMap(Slot::reading);
    }

    /** Is told of each new reading. */
    void eachNew(Consumer<Map.Entry<String, Reading>> listener) {
        slots.values().forEach(slot -> slot.listener = listener);
    }

    private final class Slot {

        private final Watch watch;
        private volatile @Nullable Consumer<Map.Entry<String, Reading>> listener;
        private @Nullable Reading last;
        private boolean wasLookedAt;
        private long lookedAt;

        Slot(Watch watch) {
            this.watch = watch;
        }

        private synchronized Optional<Reading> reading() {
            Duration kept = keptInstead == null ? watch.sign().kept() : keptInstead;
            if (!wasLookedAt || nanoseconds.getAsLong() - lookedAt >= kept.toNanos()) {
                last = look();
                wasLookedAt = true;
                lookedAt = nanoseconds.getAsLong();
                Consumer<Map.Entry<String, Reading>> told = listener;
                if (told != null && last != null) {
                    told.accept(Map.entry(watch.sign().id(), last));
                }
            }
            return Optional.ofNullable(last);
        }

        private @Nullable Reading look() {
            try {
                Reading reading = watch.look();
                blind.seen(watch.sign());
                return reading;
            } catch (RuntimeException e) {
                blind.failed(watch.sign(), e);
                return null;
            }
        }
    }
}
