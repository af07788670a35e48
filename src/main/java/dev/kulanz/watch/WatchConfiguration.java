package dev.kulanz.watch;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes all watches that there are. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AlarmSettings.class)
class WatchConfiguration {

    @Bean
    Runbook runbook() {
        return Runbook.shipped();
    }

    /** @param kept only for tests: how long each look is good enough */
    @Bean
    Readings readings(
            List<Watch> watches, BlindSpots blind, @Value("${kulanz.watch.kept:#{null}}") @Nullable Duration kept) {
        return new Readings(watches, blind, System::nanoTime, kept);
    }
}
