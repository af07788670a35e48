package dev.kulanz.desk;

import dev.kulanz.access.CreditorScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
 * @param <V> the figures
 */
final class Lately<V> {

    private static final Logger LOG = LoggerFactory.getLogger(Lately.class);

    /** So many times as long as they took, slow figures rest before they are reckoned anew. */
    private static final int RESTS = 10;

    /** Of so many different scopes they are kept. */
    private static final int MOST_SCOPES = 100;

    private final Function<CreditorScope, V> reckoning;
    private final Clock clock;
    private final long nanosAtOnce;
    private final ExecutorService workers = Executors.newFixedThreadPool(2, Lately::thread);
    private final Map<CreditorScope, CompletableFuture<Kept<V>>> running = new HashMap<>();
    private final Map<CreditorScope, Kept<V>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CreditorScope, Kept<V>> eldest) {
            return size() > MOST_SCOPES;
        }
    };

    /**
     * What is shown.
     *
     * @param asOf of which moment of business time they are; null: of this one
     */
    record Shown<V>(V figures, @Nullable Instant asOf) {}

    private record Kept<V>(V figures, Instant asOf, long tookNanos, long sinceNanos) {

        boolean isToRest() {
            return System.nanoTime() - sinceNanos < RESTS * tookNanos;
        }
    }

    /**
     * @param clock of business time, for the moment that is shown
     * @param atOnce how long somebody waits for them
     */
    Lately(Function<CreditorScope, V> reckoning, Clock clock, Duration atOnce) {
        this.reckoning = reckoning;
        this.clock = clock;
        this.nanosAtOnce = atOnce.toNanos();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "desk-figures");
        thread.setDaemon(true);
        return thread;
    }

    /** Nothing is reckoned any more. */
    void stop() {
        workers.shutdownNow();
    }

    /** The figures of these creditors; empty: they are being reckoned for the first time, and that takes a while. */
    Optional<Shown<V>> of(CreditorScope scope) {
        Kept<V> last;
        synchronized (this) {
            last = kept.get(scope);
        }
        if (last != null && last.tookNanos() > nanosAtOnce) {
            if (!last.isToRest()) {
                begin(scope);
            }
            return Optional.of(new Shown<>(last.figures(), last.asOf()));
        }
        try {
            return Optional.of(new Shown<>(
                    reckon(scope).get(nanosAtOnce, TimeUnit.NANOSECONDS).figures(), null));
        } catch (TimeoutException isSlow) {
            return Optional.ofNullable(last).map(before -> new Shown<>(before.figures(), before.asOf()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    /** Reckons them in the background. */
    void begin(CreditorScope scope) {
        CompletableFuture<?> unused = reckon(scope);
    }

    /** Of one scope one at a time. */
    private synchronized CompletableFuture<Kept<V>> reckon(CreditorScope scope) {
        return running.computeIfAbsent(scope, of -> CompletableFuture.supplyAsync(() -> reckoned(of), workers));
    }

    private Kept<V> reckoned(CreditorScope scope) {
        try {
            long begin = System.nanoTime();
            Instant asOf = clock.instant();
            V figures = reckoning.apply(scope);
            long end = System.nanoTime();
            Kept<V> now = new Kept<>(figures, asOf, end - begin, end);
            synchronized (this) {
                kept.put(scope, now);
            }
            return now;
        } catch (RuntimeException e) {
            LOG.warn("Figures could not be reckoned", e);
            throw e;
        } finally {
            synchronized (this) {
                running.remove(scope);
            }
        }
    }
}
