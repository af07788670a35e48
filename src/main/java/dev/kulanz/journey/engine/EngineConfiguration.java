package dev.kulanz.journey.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.CompositeProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine's configuration: as the starter makes it, but after Flyway, and with our view of tenants. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    ProcessEngineConfigurationImpl processEngineConfigurationImpl(List<ProcessEnginePlugin> plugins) {
        var configuration = new Engine();
        configuration.getProcessEnginePlugins().add(new CompositeProcessEnginePlugin(plugins));
        return configuration;
    }

    /** Checks no tenants for those who see every creditor, also future ones, instead of naming them all in each query. */
    private static final class Engine extends SpringProcessEngineConfiguration {

        @Override
        public boolean isTenantCheckEnabled() {
            return super.isTenantCheckEnabled() && !seesAllCreditors();
        }

        private boolean seesAllCreditors() {
            Authentication current = getIdentityService().getCurrentAuthentication();
            return current != null && EngineUser.seesAllCreditors(current);
        }
    }
}
