package dev.kulanz.journey.engine;

import dev.kulanz.access.CurrentUser;
import dev.kulanz.journey.model.DeploymentWarnings;
import jakarta.servlet.Filter;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes the login of the web to the engine: after the security chain, before the engine's own filters. */
@Configuration(proxyBeanMethods = false)
class EngineWeb {

    @Bean
    FilterRegistrationBean<Filter> engineLogin(IdentityService identity, CurrentUser current) {
        return after(new EngineLogin(identity, current), "/engine-rest/*");
    }

    @Bean
    FilterRegistrationBean<Filter> enginePagesLogin(ProcessEngine engine, CurrentUser current) {
        return after(new EnginePagesLogin(engine, current), "/camunda/*");
    }

    @Bean
    CamundaJerseyResourceConfig restOfTheEngine(DeploymentWarnings warnings) {
        return new CamundaJerseyResourceConfig() {
            @Override
            protected void registerAdditionalResources() {
                register(MissingParameter.class);
                register(warnings);
            }
        };
    }

    private static FilterRegistrationBean<Filter> after(Filter filter, String path) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(path);
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 10);
        return registration;
    }
}
