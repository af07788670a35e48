package dev.kulanz.journey;

import io.micrometer.core.instrument.Counter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One kind of what becomes due. What fails in it fails alone: one thing of many, or all of it, which then rests for a while.
 * Used by one thread at a time, but for {@link #attempt}.
 */
final class PumpPart {

    private static final Logger LOG = LoggerFactory.getLogger(PumpPart.class);
    private static final Duration FIRST_REST = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    /** Retries are infrastructure: they count real time, also in the demo. */
    private static final Clock REAL_TIME = Clock.systemUTC();

    /** What a part does: says whether anything was due. */
    interface Work {
        boolean run(PumpPart part);
    }

    private final String name;
    private final Counter failures;
    private final Work work;
    private final Pulse pulse;
    private Duration rest = FIRST_REST;
    private Instant restsUntil = Instant.MIN;

    PumpPart(String name, Counter failures, Pulse pulse, Work work) {
        this.name = name;
        this.failures = failures;
        this.pulse = pulse;
        this.work = work;
    }

    /** Does what is due; false if nothing was, if it could not be found out, or while the part rests. */
    boolean run() {
        pulse.beat();
        if (REAL_TIME.instant().isBefore(restsUntil)) {
            return false;
        }
        try {
            boolean worked = work.run(this);
            rest = FIRST_REST;
            return worked;
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            failed(name, e);
            restsUntil = REAL_TIME.instant().plus(rest);
            rest = rest.multipliedBy(2).compareTo(LONGEST_REST) < 0 ? rest.multipliedBy(2) : LONGEST_REST;
            return false;
        }
    }

    /** It may try again at once: another moment of business time has come. */
    void wake() {
        restsUntil = Instant.MIN;
    }

    /** One thing that fails must not stop the others; it is tried again, timers until they are incidents. */
    <T> boolean attempt(T one, Predicate<T> what) {
        try {
            return what.test(one);
        } catch (RuntimeException e) {
            failed(one, e);
            return false;
        } finally {
            pulse.beat();
        }
    }

    private void failed(Object what, RuntimeException why) {
        failures.increment();
        LOG.warn("Could not work on {} ({}): {}", what, name, why.getClass().getName());
        LOG.debug("Because", why);
    }
}
