package dev.kulanz.watch;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Sends the watchman round every 15 seconds, once the application is ready. Off in tests, which send him themselves. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "kulanz.journey.ticker", matchIfMissing = true)
class WatchTicker {

    private final Watchman watchman;
    private volatile boolean isReady;

    WatchTicker(Watchman watchman) {
        this.watchman = watchman;
    }

    @EventListener
    void on(ApplicationReadyEvent event) {
        isReady = true;
    }

    @Scheduled(fixedDelay = 15_000)
    void tick() {
        if (isReady) {
            watchman.round();
        }
    }
}
