package dev.kulanz.journey;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.stereotype.Component;

/** The names of diagram elements, as people read them. */
@Component
class DiagramWords {

    private final RepositoryService repository;
    private final Map<String, BpmnModelInstance> models = new ConcurrentHashMap<>();

    DiagramWords(RepositoryService repository) {
        this.repository = repository;
    }

    /** What comes after a timer: the name of the next element, or of the timer itself where it only looks again. */
    String after(String processId, String elementId) {
        FlowNode timer = model(processId).getModelElementById(elementId);
        if (timer == null) {
            return elementId;
        }
        return timer.getSucceedingNodes().list().stream()
                .findFirst()
                .map(FlowNode::getName)
                .orElse(timer.getName());
    }

    /** What a ladder does when it is entered with this step; empty if its diagram says nothing of it. */
    Optional<String> enteredWith(String processId, String nextStep) {
        return model(processId).getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> flow.getConditionExpression() != null
                        && flow.getConditionExpression().getTextContent().contains("'" + nextStep + "'"))
                .map(flow -> flow.getTarget().getName())
                .findFirst();
    }

    /** The name of an element; its id where it has none. */
    String of(String processId, String elementId) {
        return model(processId).getModelElementById(elementId) instanceof FlowNode node && node.getName() != null
                ? node.getName()
                : elementId;
    }

    private BpmnModelInstance model(String processId) {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(processId)
                .latestVersion()
                .singleResult()
                .getId();
        return models.computeIfAbsent(definition, repository::getBpmnModelInstance);
    }
}
