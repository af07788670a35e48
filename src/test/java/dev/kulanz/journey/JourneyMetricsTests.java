package dev.kulanz.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operators look every few seconds: each time the database counts the stalled cases once, and names none. */
class JourneyMetricsTests {

    private final StalledCases stalled = mock(StalledCases.class);
    private final AtomicLong now = new AtomicLong();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @BeforeEach
    void bind() {
        when(stalled.counts()).thenReturn(new StalledCases.Counts(5, 3), new StalledCases.Counts(4, 2));
        new JourneyMetrics(stalled, mock(JourneyStarter.class), mock(Operations.class), now::get).bindTo(registry);
    }

    private double gauge(String name) {
        return registry.get(name).gauge().value();
    }

    @Test
    void countOnceForEachScrape() {
        assertThat(gauge("kulanz.incidents")).isEqualTo(3);
        assertThat(gauge("kulanz.cases.without.next.action")).isEqualTo(5);
        verify(stalled, times(1)).counts();
        assertThat(gauge("kulanz.incidents")).isEqualTo(2);
        assertThat(gauge("kulanz.cases.without.next.action")).isEqualTo(4);
        verify(stalled, times(2)).counts();
        verify(stalled, never()).numbers(any());
    }

    @Test
    void countAnewForWhoAsksOneNumberLater() {
        assertThat(gauge("kulanz.incidents")).isEqualTo(3);
        now.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(gauge("kulanz.cases.without.next.action")).isEqualTo(4);
    }
}
