package dev.kulanz.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hears of each new deployment, whoever makes it. */
@Component
class ModelsArrive extends AbstractProcessEnginePlugin {

    private final ObjectProvider<JdbcClient> jdbc;

    ModelsArrive(ObjectProvider<JdbcClient> jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<Deployer> deployers =
                new ArrayList<>(Objects.requireNonNullElse(engine.getCustomPostDeployers(), List.of()));
        deployers.add(deployment -> {
            // the engine also calls this when it reads an old deployment again
            if (deployment.isNew()) {
                Healing.arrived(deployment, jdbc.getObject());
            }
        });
        engine.setCustomPostDeployers(deployers);
    }
}
