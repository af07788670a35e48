package dev.kulanz;

import dev.kulanz.shared.BusinessCalendar;
import dev.kulanz.shared.BusinessClock;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock and the calendar of the house. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    @Bean
    BusinessClock clock() {
        return new BusinessClock(Clock.systemUTC());
    }

    @Bean
    BusinessCalendar businessCalendar() {
        return new BusinessCalendar();
    }
}
