package dev.kulanz.journey.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Lets no deployment into the engine that the {@link ModelCheck} finds fault with, through whichever door it comes. What is
 * deployed already is not looked at again: the engine reads old versions whenever its cache fills, and they must go on.
 * What is in force already is not deployed again if the deployer asks so; whatever else was deployed before does not count.
 */
@Component
class ModelGuard extends AbstractProcessEnginePlugin {

    /** Asked for late: rules need facts, and facts need modules that may need the engine. */
    private final ObjectProvider<ModelCheck> check;

    private final ObjectProvider<ModelWarnings> warnings;

    ModelGuard(ObjectProvider<ModelCheck> check, ObjectProvider<ModelWarnings> warnings) {
        this.check = check;
        this.warnings = warnings;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<Deployer> deployers =
                new ArrayList<>(Objects.requireNonNullElse(engine.getCustomPreDeployers(), List.of()));
        deployers.add(0, new Gatekeeper(check::getObject, warnings::getObject));
        engine.setCustomPreDeployers(deployers);
        List<SessionFactory> sessions =
                new ArrayList<>(Objects.requireNonNullElse(engine.getCustomSessionFactories(), List.of()));
        sessions.add(new FilesInForce.Factory());
        engine.setCustomSessionFactories(sessions);
        engine.setDeploymentHandlerFactory(NothingToDeploy::new);
    }
}
