package dev.kulanz.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** However often somebody asks, each thing is looked at once in a while. */
class ReadingsTests {

    private final AtomicLong now = new AtomicLong();
    private final BlindSpots blind = new BlindSpots();
    private int looks;
    private @Nullable RuntimeException failure;
    private Reading next = Reading.of("kulanz.things", "Things", 3).and("kulanz.thing", "One", Map.of("name", "a"), 1);
    private final Watch watch = new Watch() {
        @Override
        public Sign sign() {
            return Sign.warning("things");
        }

        @Override
        public Reading look() {
            looks++;
            if (failure != null) {
                throw failure;
            }
            return next;
        }
    };
    private final Readings readings = new Readings(List.of(watch, blind), blind, now::get, null);
    private final Meters meters = new Meters(readings);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private void later(Duration duration) {
        now.addAndGet(duration.toNanos());
    }

    private double gauge(String name) {
        return registry.get(name).gauge().value();
    }

    @Test
    void lookOnceForAllGaugesOfAScrape() {
        meters.bindTo(registry);
        readings.of("things");
        assertThat(gauge("kulanz.things")).isEqualTo(3);
        assertThat(gauge("kulanz.thing")).isEqualTo(1);
        assertThat(looks).isEqualTo(1);
        next = Reading.of("kulanz.things", "Things", 4);
        later(Duration.ofSeconds(16));
        assertThat(gauge("kulanz.things")).isEqualTo(4);
        assertThat(registry.find("kulanz.thing").gauge()).as("gone").isNull();
        assertThat(looks).isEqualTo(2);
    }

    @Test
    void tellWhatCanNotBeSeenAndKeepNoOldNumbers() {
        meters.bindTo(registry);
        readings.of("things");
        failure = new IllegalStateException("the database is too slow");
        later(Duration.ofSeconds(16));
        assertThat(gauge("kulanz.things")).isNaN();
        assertThat(readings.of("things")).isEmpty();
        assertThat(blind.look().troubles()).extracting(Reading.Trouble::subject).containsExactly("things");
        failure = null;
        later(Duration.ofSeconds(16));
        assertThat(readings.of("things")).isPresent();
        assertThat(blind.look().troubles()).isEmpty();
    }

    @Test
    void refuseTwoOfOneName() {
        assertThatThrownBy(() -> new Readings(List.of(watch, watch), blind, now::get, null))
                .hasMessageContaining("things");
    }
}
