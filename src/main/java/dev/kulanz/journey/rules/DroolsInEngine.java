package dev.kulanz.journey.rules;

import dev.kulanz.decisions.Decisions;
import dev.kulanz.decisions.FactVocabulary;
import dev.kulanz.journal.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Lets Drools execute what {@code camunda:decisionRef} names, the REST call "evaluate" and the decision service.
 * Takes its partners when they are first needed: they may need the engine themselves.
 */
@Component
class DroolsInEngine extends AbstractProcessEnginePlugin {

    private final DeployedRules rules;
    private final ObjectProvider<Decisions> decisions;
    private final ObjectProvider<FactVocabulary> vocabulary;
    private final ObjectProvider<Journal> journal;

    DroolsInEngine(
            DeployedRules rules,
            ObjectProvider<Decisions> decisions,
            ObjectProvider<FactVocabulary> vocabulary,
            ObjectProvider<Journal> journal) {
        this.rules = rules;
        this.decisions = decisions;
        this.vocabulary = vocabulary;
        this.journal = journal;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<Deployer> deployers =
                new ArrayList<>(Objects.requireNonNullElse(engine.getCustomPostDeployers(), List.of()));
        deployers.add(new RulesArrive(rules));
        engine.setCustomPostDeployers(deployers);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        var questions = new Questions(rules, decisions::getObject, vocabulary::getObject, journal::getObject);
        engine.setDmnEngine(new DroolsDmnEngine(engine.getDmnEngineConfiguration(), questions));
    }
}
