package dev.kulanz.watch;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How the application is: DOWN (503) where it can't work at all, DEGRADED (200: it is to be left running) where messages can't go
 * out.
 */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    private static final Status DEGRADED = new Status("DEGRADED");

    @Bean
    HealthIndicator databaseHealthIndicator(DatabaseProbe probe) {
        return () -> {
            DatabaseProbe.Answer answer = probe.ask();
            return answer.isThere()
                    ? Health.up()
                            .withDetail("version", String.valueOf(answer.version()))
                            .build()
                    : Health.down()
                            .withDetail("failure", String.valueOf(answer.failure()))
                            .build();
        };
    }

    @Bean
    HealthIndicator sendingHealthIndicator(Watchman watchman) {
        return () -> {
            Map<String, String> why = new LinkedHashMap<>();
            watchman.restingNow()
                    .forEach(one -> why.put(
                            (one.sign() + " " + one.subject()).strip(),
                            one.since().toString()));
            return Health.status(why.isEmpty() ? Status.UP : DEGRADED)
                    .withDetails(why)
                    .build();
        };
    }

    @Bean
    InfoContributor postgresInfoContributor(DatabaseProbe probe) {
        return info -> {
            DatabaseProbe.Answer answer = probe.ask();
            info.withDetail("postgresql", answer.isThere() ? String.valueOf(answer.version()) : "no answer");
        };
    }
}
