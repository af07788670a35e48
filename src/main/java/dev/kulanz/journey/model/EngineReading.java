package dev.kulanz.journey.model;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.dmn.deployer.DecisionRequirementsDefinitionDeployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the engine read a diagram or a table on trial, to hear everything that it will not take. */
final class EngineReading {

    private static final Logger LOG = LoggerFactory.getLogger(EngineReading.class);

    private EngineReading() {}

    static List<Finding> findings(String file, String text) {
        try {
            if (file.endsWith(".bpmn")) {
                readDiagram(file, text);
            } else if (file.endsWith(".dmn")) {
                readTable(text);
            }
            return List.of();
        } catch (ParseException e) {
            return e.getResorceReports().stream()
                    .flatMap(report -> report.getErrors().stream())
                    .map(error -> Finding.refusal(file, error.getMainElementId(), null, error.getMessage()))
                    .toList();
        } catch (RuntimeException | StackOverflowError e) {
            LOG.info("The engine could not read {}: {}", file, e.getClass().getName());
            return List.of(Finding.refusal(file, null, null, Reading.unreadable(e)));
        }
    }

    private static void readDiagram(String file, String text) {
        Context.getProcessEngineConfiguration().getDeployers().stream()
                .filter(BpmnDeployer.class::isInstance)
                .map(BpmnDeployer.class::cast)
                .forEach(deployer -> deployer.getBpmnParser()
                        .createParse()
                        .sourceInputStream(bytes(text))
                        .deployment(new DeploymentEntity())
                        .name(file)
                        .execute());
    }

    private static void readTable(String text) {
        Context.getProcessEngineConfiguration().getDeployers().stream()
                .filter(DecisionRequirementsDefinitionDeployer.class::isInstance)
                .map(DecisionRequirementsDefinitionDeployer.class::cast)
                .forEach(deployer -> deployer.getTransformer()
                        .createTransform()
                        .modelInstance(bytes(text))
                        .transformDecisionRequirementsGraph());
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
