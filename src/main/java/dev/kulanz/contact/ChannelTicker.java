package dev.kulanz.contact;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Has the providers asked each minute, once the application is ready. Off in tests, which ask themselves. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "kulanz.journey.ticker", matchIfMissing = true)
class ChannelTicker {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelTicker.class);

    private final ChannelRounds rounds;
    private volatile boolean isReady;

    ChannelTicker(ChannelRounds rounds) {
        this.rounds = rounds;
    }

    @EventListener
    void on(ApplicationReadyEvent event) {
        isReady = true;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 2_000)
    void tick() {
        if (isReady) {
            try {
                rounds.round();
            } catch (RuntimeException e) {
                LOG.debug("The providers could not be asked", e); // the database is away, which is told elsewhere
            }
        }
    }
}
