package dev.kulanz.journey;

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
    private volatile boolean ready;

    Ticker(TimeTravel time, Sweeps sweeps) {
        this.time = time;
        this.sweeps = sweeps;
    }

    @EventListener
    void on(ApplicationReadyEvent event) {
        sweeps.plan();
        ready = true;
    }

    @Scheduled(fixedDelay = 1_000)
    void tick() {
        if (ready) {
            time.tick();
        }
    }
}
