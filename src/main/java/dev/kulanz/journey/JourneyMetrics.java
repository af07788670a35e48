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
    private final Operations operations;

    JourneyMetrics(StalledCases stalled, JourneyStarter starter, Operations operations) {
        this.stalled = stalled;
        this.starter = starter;
        this.operations = operations;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(
                        "kulanz.incidents",
                        () -> operations.countIncidents(CreditorScope.ALL)
                                + stalled.numbers(CreditorScope.ALL).size())
                .description(
                        "Work that failed, journeys that could not start, cases without a next action; more than none is an alarm")
                .register(registry);
        Gauge.builder("kulanz.cases.without.next.action", () -> stalled.count(CreditorScope.ALL))
                .description("Open cases in which nothing would ever happen again; more than none is an alarm")
                .register(registry);
        Gauge.builder("kulanz.journeys.not.startable", starter::countFailing)
                .description("Open cases whose journey could not be started yet; more than none for long is an alarm")
                .register(registry);
    }
}
