package dev.kulanz.journey;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** The ladders that are deployed, each read once. */
@Component
class Ladders {

    private final RepositoryService repository;
    private final Map<String, Ladder> read = new ConcurrentHashMap<>();

    Ladders(RepositoryService repository) {
        this.repository = repository;
    }

    /** The version that runs for a case. */
    Ladder ofDefinition(String definitionId) {
        return read.computeIfAbsent(definitionId, id -> LadderReading.read(repository.getBpmnModelInstance(id)));
    }

    /** The version in force. */
    Ladder latest(String processId) {
        return ofDefinition(definition(processId).getId());
    }

    boolean exists(String processId) {
        return repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(processId)
                        .count()
                > 0;
    }

    private ProcessDefinition definition(String processId) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(processId)
                .latestVersion()
                .singleResult();
    }
}
