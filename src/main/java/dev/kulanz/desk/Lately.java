package dev.kulanz.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Figures over all cases. Where they are reckoned at once they are always of this moment; where that takes longer they are
 * shown as they were when they were last reckoned, with that moment, and reckoned anew meanwhile: nobody waits, and the
 * database is busy with them for a small part of the time, however many look.
 *
 * @param <K> what they are of, such as the creditors that somebody may see
 * @param <V> the figures
 */
final class Lately<K, V> {

    private static final Logger LOG = LoggerFactory.getLogger(Lately.class);

    /** So many times as long as they took, slow figures rest before they are reckoned anew. */
    private static final int RESTS = 10;

    /** Of so many different things they are kept. */
    private static final int MOST = 100;

    private final Function<K, V> reckoning;
    private final Clock clock;
    private final long nanosAtOnce;
    private final FigureWorkers workers;
    private final Map<K, Running<V>> running = new HashMap<>();
    private final Map<K, Kept<V>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Kept<V>> eldest) {
            return size() > MOST;
        }
    };

    /**
     * What is shown.
     *
     * @param asOf of which moment of business time they are; null: of this one
     */
    record Shown<V>(V figures, @Nullable Instant asOf) {}

    private record Running<V>(CompletableFuture<Kept<V>> figures, long sinceNanos) {}

    private record Kept<V>(V figures, Instant asOf, long tookNanos, long sinceNanos) {

        boolean isToRest() {
            return System.nanoTime() - sinceNanos < RESTS * tookNanos;
        }
    }

    /**
     * @param clock of business time, for the moment that is shown
     * @param atOnce how long somebody waits for them
     */
    Lately(Function<K, V> reckoning, Clock clock, Duration atOnce, FigureWorkers workers) {
        this.reckoning = reckoning;
        this.clock = clock;
        this.nanosAtOnce = atOnce.toNanos();
        this.workers = workers;
    }

    /** The figures of this; empty: they are being reckoned for the first time, and that takes a while. */
    Optional<Shown<V>> of(K of) {
        Kept<V> last;
        synchronized (this) {
            last = kept.get(of);
        }
        if (last != null && last.tookNanos() > nanosAtOnce) {
            if (!last.isToRest()) {
                begin(of);
            }
            return Optional.of(new Shown<>(last.figures(), last.asOf()));
        }
        try {
            Running<V> now = reckon(of, workers.quick());
            long rest = Math.max(0, nanosAtOnce - (System.nanoTime() - now.sinceNanos())); // somebody has waited before
            return Optional.of(
                    new Shown<>(now.figures().get(rest, TimeUnit.NANOSECONDS).figures(), null));
        } catch (TimeoutException isSlow) {
            return Optional.ofNullable(last).map(before -> new Shown<>(before.figures(), before.asOf()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    /** Reckons them in the background, after others that take long. */
    void begin(K of) {
        reckon(of, workers.slow());
    }

    /** Of one thing one at a time. */
    private synchronized Running<V> reckon(K of, Executor worker) {
        return running.computeIfAbsent(
                of,
                one -> new Running<>(CompletableFuture.supplyAsync(() -> reckoned(one), worker), System.nanoTime()));
    }

    private Kept<V> reckoned(K of) {
        try {
            long begin = System.nanoTime();
            Instant asOf = clock.instant();
            V figures = reckoning.apply(of);
            long end = System.nanoTime();
            Kept<V> now = new Kept<>(figures, asOf, end - begin, end);
            synchronized (this) {
                kept.put(of, now);
            }
            return now;
        } catch (RuntimeException e) {
            LOG.warn("Figures could not be reckoned", e);
            throw e;
        } finally {
            synchronized (this) {
                running.remove(of);
            }
        }
    }
}
