package dev.kulanz.access.doors;

import jakarta.servlet.Filter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.ForwardedHeaderFilter;

/** The filters around and behind the security chains. */
@Configuration(proxyBeanMethods = false)
class DoorFilters {

    /** Far enough behind the security chains that other modules can say no between. */
    private static final int BEHIND_ALL_WHO_SAY_NO = SecurityProperties.DEFAULT_FILTER_ORDER + 1_000;

    @Bean
    FilterRegistrationBean<SecureCookies> secureCookies(Https https) {
        return ordered(new SecureCookies(https), Ordered.HIGHEST_PRECEDENCE);
    }

    /** For the engine's doors: there others decide, too, who may call what. */
    @Bean
    FilterRegistrationBean<BodyLimits> bodyLimitsOfTheEngine() {
        return ordered(new BodyLimits(false), BEHIND_ALL_WHO_SAY_NO);
    }

    /** Spring Boot makes one that believes everybody, if it is told to and finds none. */
    @Bean
    FilterRegistrationBean<ForwardedHeaderFilter> noForwardedHeaders() {
        var registration = new FilterRegistrationBean<>(new ForwardedHeaderFilter());
        registration.setEnabled(false);
        return registration;
    }

    private static <T extends Filter> FilterRegistrationBean<T> ordered(T filter, int order) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }
}
