package dev.kulanz.journey.model;

import dev.kulanz.decisions.RuleCheck;
import dev.kulanz.shared.BusinessClock;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The check with what this application knows, and the models that come with it. */
@Configuration(proxyBeanMethods = false)
class ModelConfiguration {

    @Bean
    ModelCheck modelCheck(KnownNames known, RuleCheck rules) {
        return new ModelCheck(known, TableCheck.by(rules));
    }

    @Bean
    ShippedModels shippedModels(
            ProcessEngine engine, JdbcClient jdbc, PlatformTransactionManager transactions, BusinessClock clock) {
        return new ShippedModels(engine, jdbc, transactions, clock, ShippedModel::all);
    }
}
