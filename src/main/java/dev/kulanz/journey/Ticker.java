package dev.kulanz.journey;

import dev.kulanz.departures.Lookout;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks every second whether something is due, once the application is ready. Off in tests, which tick themselves. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "kulanz.journey.ticker", matchIfMissing = true)
class Ticker {

    private final TimeTravel time;
    private final Sweeps sweeps;
    private final Lookout lookout;
    private volatile boolean ready;

    Ticker(TimeTravel time, Sweeps sweeps, Lookout lookout) {
        this.lookout = lookout;
        this.time = time;
        this.sweeps = sweeps;
    }

    @EventListener
    void on(ApplicationReadyEvent event) {
        sweeps.plan();
        ready = true;
    }

    /** Whether this is still the database that knows all that left. */
    @Scheduled(fixedDelay = 2_000)
    void look() {
        if (ready) {
            lookout.look();
        }
    }

    @Scheduled(fixedDelay = 1_000)
    void tick() {
        if (ready) {
            time.tick();
        }
    }
}
