package dev.kulanz.journey;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Whether this node still does what is due: it beats whenever a piece of work begins or ends, however many there are. Counts real
 * time, also in the demo.
 */
@Component
class Pulse {

    private static final long NEVER = 0;

    private final LongSupplier nanos;
    private final long began;
    private final AtomicLong last = new AtomicLong(NEVER);

    @Autowired
    Pulse() {
        this(System::nanoTime);
    }

    Pulse(LongSupplier nanos) {
        this.nanos = nanos;
        this.began = nanos.getAsLong() - 1; // so that no beat is at the moment that means never
    }

    void beat() {
        last.set(nanos.getAsLong() - began);
    }

    /** For how long no piece of work began or ended; empty: none ever did. */
    Optional<Duration> sinceLastBeat() {
        long at = last.get();
        return at == NEVER ? Optional.empty() : Optional.of(Duration.ofNanos(nanos.getAsLong() - began - at));
    }
}
