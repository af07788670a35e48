package dev.kulanz.journey;

import dev.kulanz.access.CreditorScope;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** What operators watch of the journeys. */
@Component
class JourneyMetrics implements MeterBinder {

    private final StalledCases stalled;
    private final JourneyStarter starter;

    JourneyMetrics(StalledCases stalled, JourneyStarter starter) {
        this.stalled = stalled;
        this.starter = starter;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("kulanz.cases.without.next.action", () -> stalled.count(CreditorScope.ALL))
                .description("Open cases in which nothing would ever happen again; more than none is an alarm")
                .register(registry);
        Gauge.builder("kulanz.journeys.not.startable", starter::countFailing)
                .description("Open cases whose journey could not be started yet; more than none for long is an alarm")
                .register(registry);
    }
}
