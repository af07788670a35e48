package dev.kulanz.journey;

import dev.kulanz.departures.CatchUp;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.stereotype.Component;

/** Whether no timer, signal, start or sweep is left that was due by a moment; what failed for good is a person's. */
@Component
class EngineCatchUp implements CatchUp {

    private final ManagementService management;
    private final SignalDeliverer signals;
    private final JourneyStarter starter;
    private final Sweeps sweeps;

    EngineCatchUp(ManagementService management, SignalDeliverer signals, JourneyStarter starter, Sweeps sweeps) {
        this.management = management;
        this.signals = signals;
        this.starter = starter;
        this.sweeps = sweeps;
    }

    @Override
    public boolean isDone(Instant moment) {
        return !sweeps.isAnyDue(moment)
                && !starter.isAnyWaiting()
                && !signals.isAnyPending()
                && management
                                .createJobQuery()
                                .withRetriesLeft()
                                .active()
                                .duedateLowerThan(Date.from(moment.plusMillis(1)))
                                .count()
                        == 0;
    }
}
