package dev.kulanz.journey.rules;

import dev.kulanz.decisions.Fact;
import dev.kulanz.decisions.FactSource;
import dev.kulanz.journal.Happening;
import dev.kulanz.journal.Journal;
import dev.kulanz.storage.TestPostgres;
import dev.kulanz.support.SomeFacts;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** A bare engine on PostgreSQL with our decisions, a journal that only remembers, and facts about two cases. */
final class EngineOnDrools implements AutoCloseable {

    static final String EARLY_CASE = "K-2026-000001";
    static final String LATE_CASE = "K-2026-000002";

    private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext(Beans.class);
    final ProcessEngine engine = beans.getBean(ProcessEngine.class);
    final RememberedJournal journal = beans.getBean(RememberedJournal.class);
    final DeployedRules rules = beans.getBean(DeployedRules.class);

    ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    void deploy(String resourceName, String content) {
        engine.getRepositoryService()
                .createDeployment()
                .addString(resourceName, content)
                .deploy();
    }

    @Override
    public void close() {
        beans.close();
    }

    /** Remembers what was recorded. */
    static final class RememberedJournal implements Journal {
        final List<Happening> happenings = new CopyOnWriteArrayList<>();

        @Override
        public void recordAll(Collection<Happening> more) {
            happenings.addAll(more);
        }
    }

    /** Two cases: one is 3 days overdue, the other 40. */
    static final class TwoCases implements FactSource {
        @Override
        public Collection<Fact> facts() {
            return SomeFacts.ALL;
        }

        @Override
        public Map<String, Object> lookUp(String caseNumber, Set<String> names) {
            Map<String, Object> facts = new HashMap<>(Map.of("daysOverdue", caseNumber.equals(LATE_CASE) ? 40 : 3));
            facts.keySet().retainAll(names);
            return facts;
        }
    }

    @TestConfiguration // not found by the scan of tests of the whole application
    @ComponentScan({"dev.kulanz.decisions", "dev.kulanz.journey.rules"})
    static class Beans {
        @Bean
        RememberedJournal journal() {
            return new RememberedJournal();
        }

        @Bean
        TwoCases facts() {
            return new TwoCases();
        }

        @Bean(destroyMethod = "close")
        ProcessEngine engine(DroolsInEngine drools) {
            var configuration = new StandaloneProcessEngineConfiguration();
            configuration.setProcessEngineName("on-drools");
            configuration.setJdbcDriver("org.postgresql.Driver");
            configuration.setJdbcUrl(TestPostgres.emptyDatabase());
            configuration.setDatabaseSchemaUpdate("true");
            configuration.setHistory("full");
            configuration.setAuthorizationEnabled(true);
            configuration.setDmnFeelEnableLegacyBehavior(true); // the other FEEL engine is not on the class path
            configuration.setJobExecutorActivate(false);
            configuration.setProcessEnginePlugins(List.of(drools));
            return configuration.buildProcessEngine();
        }
    }
}
