package dev.kulanz.journey.model;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/** Lets the engine read a diagram on trial, to hear everything that it will not take. */
final class EngineReading {

    private EngineReading() {}

    static List<Finding> findings(String file, String text) {
        if (!file.endsWith(".bpmn")) {
            return List.of();
        }
        try {
            Context.getProcessEngineConfiguration().getDeployers().stream()
                    .filter(BpmnDeployer.class::isInstance)
                    .map(BpmnDeployer.class::cast)
                    .forEach(deployer -> deployer.getBpmnParser()
                            .createParse()
                            .sourceInputStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                            .deployment(new DeploymentEntity())
                            .name(file)
                            .execute());
            return List.of();
        } catch (ParseException e) {
            return e.getResorceReports().stream()
                    .flatMap(report -> report.getErrors().stream())
                    .map(error -> Finding.refusal(file, error.getMainElementId(), null, error.getMessage()))
                    .toList();
        }
    }
}
