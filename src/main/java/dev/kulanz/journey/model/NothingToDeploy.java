package dev.kulanz.journey.model;

import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.repository.DefaultDeploymentHandler;
import org.camunda.bpm.engine.repository.CandidateDeployment;

/** Where all that was to be deployed is in force already, the answer names the deployment by which it came. */
final class NothingToDeploy extends DefaultDeploymentHandler {

    NothingToDeploy(ProcessEngine engine) {
        super(engine);
    }

    @Override
    public String determineDuplicateDeployment(CandidateDeployment candidate) {
        EngineModels models = EngineModels.ofThisCommand();
        return new TreeSet<>(candidate.getResources().keySet())
                .stream()
                        .flatMap(file -> models.fileInForce(file).stream())
                        .map(ResourceEntity::getDeploymentId)
                        .findFirst()
                        .orElseThrow();
    }
}
