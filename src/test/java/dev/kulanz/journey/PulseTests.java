package dev.kulanz.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Much work that moves is told from one thing that hangs. */
class PulseTests {

    private final AtomicLong nanos = new AtomicLong();
    private final Pulse pulse = new Pulse(nanos::get);
    private final PumpWatch watch = new PumpWatch(pulse);
    private final Counter failures = new SimpleMeterRegistry().counter("failures");

    @Test
    void saysNothingBeforeAnythingWasDone() {
        minutes(60);
        assertThat(pulse.sinceLastBeat()).isEmpty();
        assertThat(watch.look().troubles()).isEmpty();
    }

    @Test
    void aLongLotThatMovesIsNoAlarm() {
        PumpPart part = new PumpPart("lot", failures, pulse, lot -> {
            List.of(1, 2, 3)
                    .forEach(one -> lot.attempt(one, any -> {
                        assertThat(watch.look().troubles())
                                .as("before piece " + one)
                                .isEmpty();
                        minutes(4);
                        return true;
                    }));
            return true;
        });
        part.run();
        assertThat(watch.look().troubles()).isEmpty();
    }

    @Test
    void onePieceThatHangsIsOne() {
        PumpPart part = new PumpPart(
                "lot",
                failures,
                pulse,
                lot -> lot.attempt("one", any -> {
                    minutes(6);
                    assertThat(watch.look().troubles()).isNotEmpty();
                    return true;
                }));
        assertThat(part.run()).as("what was seen while it hung").isTrue();
        assertThat(pulse.sinceLastBeat()).contains(Duration.ZERO);
    }

    @Test
    void aPieceThatFailedHasEnded() {
        new PumpPart(
                        "lot",
                        failures,
                        pulse,
                        lot -> lot.attempt("one", any -> {
                            minutes(6);
                            throw new IllegalStateException("for a test");
                        }))
                .run();
        assertThat(pulse.sinceLastBeat()).contains(Duration.ZERO);
    }

    @Test
    void aPartThatRestsIsASignOfLife() {
        PumpPart part = new PumpPart("fails", failures, pulse, lot -> {
            throw new IllegalStateException("for a test");
        });
        part.run();
        minutes(6);
        part.run();
        assertThat(pulse.sinceLastBeat()).contains(Duration.ZERO);
    }

    private void minutes(int minutes) {
        nanos.addAndGet(Duration.ofMinutes(minutes).toNanos());
    }
}
