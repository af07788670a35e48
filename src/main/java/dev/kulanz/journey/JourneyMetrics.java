package dev.kulanz.journey;

import dev.kulanz.access.CreditorScope;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** What operators watch of the journeys. */
@Component
class JourneyMetrics implements MeterBinder {

    private static final String INCIDENTS = "kulanz.incidents";
    private static final String WITHOUT_NEXT_ACTION = "kulanz.cases.without.next.action";

    private final StalledCases stalled;
    private final JourneyStarter starter;
    private final Operations operations;
    private final OneLook look;

    @Autowired
    JourneyMetrics(StalledCases stalled, JourneyStarter starter, Operations operations) {
        this(stalled, starter, operations, System::nanoTime);
    }

    JourneyMetrics(StalledCases stalled, JourneyStarter starter, Operations operations, LongSupplier nanoseconds) {
        this.stalled = stalled;
        this.starter = starter;
        this.operations = operations;
        this.look = new OneLook(nanoseconds);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(
                        INCIDENTS,
                        () -> operations.countIncidents(CreditorScope.ALL)
                                + look.of(INCIDENTS).startable())
                .description(
                        "Work that failed, journeys that could not start, cases without a next action; more than none is an alarm")
                .register(registry);
        Gauge.builder(WITHOUT_NEXT_ACTION, () -> look.of(WITHOUT_NEXT_ACTION).all())
                .description("Open cases in which nothing would ever happen again; more than none is an alarm")
                .register(registry);
        Gauge.builder("kulanz.journeys.not.startable", starter::countFailing)
                .description("Open cases whose journey could not be started yet; more than none for long is an alarm")
                .register(registry);
    }

    /** All that a scrape asks of the stalled cases comes of one look at them: each gauge has its part of it once. */
    private final class OneLook {

        private static final long LASTS = Duration.ofSeconds(1).toNanos();

        private final LongSupplier nanoseconds;
        private final Set<String> told = new HashSet<>();
        private StalledCases.Counts counts = new StalledCases.Counts(0, 0);
        private long lookedAt;

        OneLook(LongSupplier nanoseconds) {
            this.nanoseconds = nanoseconds;
        }

        synchronized StalledCases.Counts of(String gauge) {
            long now = nanoseconds.getAsLong();
            boolean isOld = told.isEmpty() || now - lookedAt > LASTS;
            if (!told.add(gauge) || isOld) {
                counts = stalled.counts();
                lookedAt = now;
                told.clear();
                told.add(gauge);
            }
            return counts;
        }
    }
}
