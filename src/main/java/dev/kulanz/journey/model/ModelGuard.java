package dev.kulanz.journey.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Lets no deployment into the engine that the {@link ModelCheck} finds fault with, through whichever door it comes. What is
 * deployed already is not looked at again: the engine reads old versions whenever its cache fills, and they must go on.
 */
@Component
class ModelGuard extends AbstractProcessEnginePlugin {

    /** Asked for late: rules need facts, and facts need modules that may need the engine. */
    private final ObjectProvider<ModelCheck> check;

    ModelGuard(ObjectProvider<ModelCheck> check) {
        this.check = check;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<Deployer> deployers =
                new ArrayList<>(Objects.requireNonNullElse(engine.getCustomPreDeployers(), List.of()));
        deployers.add(0, new Gatekeeper(check::getObject));
        engine.setCustomPreDeployers(deployers);
    }
}
