package dev.kulanz.journey.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kulanz.access.CurrentUser;
import dev.kulanz.journey.model.DeploymentWarnings;
import jakarta.servlet.Filter;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes the login of the web to the engine: after the security chain, before the engine's own filters. */
@Configuration(proxyBeanMethods = false)
class EngineWeb {

    /** Where the engine takes commands: its REST, and what its pages ask. */
    private static final String[] COMMANDS = {"/engine-rest/*", "/camunda/api/*"};

    @Bean
    FilterRegistrationBean<Filter> engineAnswers(ObjectMapper json) {
        return after(new EngineAnswers(json), 5, COMMANDS);
    }

    @Bean
    FilterRegistrationBean<Filter> commandGate(ProcessEngine engine, CurrentUser current) {
        return after(new CommandGate(engine, current), 6, COMMANDS);
    }

    @Bean
    FilterRegistrationBean<Filter> pagesToken() {
        return after(new PagesToken(), 7, "/camunda/api/*");
    }

    @Bean
    FilterRegistrationBean<Filter> pagesLogout() {
        return after(new PagesLogout(), 8, "/camunda/api/*");
    }

    @Bean
    FilterRegistrationBean<Filter> knownPages() {
        return after(new KnownPages(), 7, "/camunda/app/*");
    }

    @Bean
    FilterRegistrationBean<Filter> engineLogin(IdentityService identity, CurrentUser current) {
        return after(new EngineLogin(identity, current), 10, "/engine-rest/*");
    }

    @Bean
    FilterRegistrationBean<Filter> enginePagesLogin(ProcessEngine engine, CurrentUser current) {
        return after(new EnginePagesLogin(engine, current), 10, "/camunda/*");
    }

    /** Behind the gate: only of tasks that are there for who asks. Before the login: the engine looks them up for itself. */
    @Bean
    FilterRegistrationBean<Filter> factsWhenRead(ObjectProvider<ShownFacts> facts) {
        return after(new FactsWhenRead(facts), 9, COMMANDS);
    }

    /** The engine's own REST, with what it has to say of models. */
    @Bean
    CamundaJerseyResourceConfig restOfTheEngine(DeploymentWarnings warnings) {
        return new CamundaJerseyResourceConfig() {
            @Override
            protected void registerAdditionalResources() {
                register(warnings);
            }
        };
    }

    /** @param place among those that come after the security chain */
    private static FilterRegistrationBean<Filter> after(Filter filter, int place, String... paths) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(paths);
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + place);
        return registration;
    }
}
