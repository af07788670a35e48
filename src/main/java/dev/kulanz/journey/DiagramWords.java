package dev.kulanz.journey;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.springframework.stereotype.Component;

/** The names of diagram elements, as people read them. A page asks for many: the versions last used are not looked up anew. */
@Component
class DiagramWords {

    private static final int MOST_KEPT = 32;

    private final RepositoryService repository;
    private final LastUsed<String, BpmnModelInstance> versions = new LastUsed<>(MOST_KEPT);

    DiagramWords(RepositoryService repository) {
        this.repository = repository;
    }

    /**
     * What comes after a timer: the name of the next element, or of the timer itself where it only looks again.
     *
     * @param definitionId the version of the diagram in which it waits
     */
    String after(String definitionId, String elementId) {
        return next(definitionId, elementId)
                .map(FlowNode::getName)
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .orElseGet(() -> node(definitionId, elementId)
                        .map(FlowNode::getName)
                        .filter(name -> !name.isBlank())
                        .orElse(elementId));
    }

    /** Whether an element, or what this expression calls, comes right after a timer. */
    boolean leadsTo(String definitionId, String elementId, String elementOrDelegate) {
        return next(definitionId, elementId)
                .anyMatch(node -> node.getId().equals(elementOrDelegate)
                        || (node instanceof ServiceTask task
                                && elementOrDelegate.equals(task.getCamundaDelegateExpression())));
    }

    /** Whether a ladder waits here for the step with which it is entered, whatever this timer is called. */
    boolean isEntry(String definitionId, String elementId) {
        return node(definitionId, elementId).stream()
                .flatMap(timer -> timer.getChildElementsByType(TimerEventDefinition.class).stream())
                .anyMatch(event -> event.getTextContent().contains("{" + CaseVariable.STEP_DUE_AT.id() + "}"));
    }

    /** What a ladder does when it is entered with this step; empty if its diagram says nothing of it. */
    Optional<String> enteredWith(String definitionId, String nextStep) {
        return version(definitionId).getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> flow.getConditionExpression() != null
                        && flow.getConditionExpression().getTextContent().contains("'" + nextStep + "'"))
                .map(flow -> flow.getTarget().getName())
                .findFirst();
    }

    private Optional<FlowNode> node(String definitionId, String elementId) {
        return Optional.ofNullable(version(definitionId).getModelElementById(elementId))
                .filter(FlowNode.class::isInstance)
                .map(FlowNode.class::cast);
    }

    private Stream<FlowNode> next(String definitionId, String elementId) {
        return node(definitionId, elementId).stream().flatMap(timer -> timer.getSucceedingNodes().list().stream());
    }

    /** An element of the version in force; empty if it has none of this id, or there is no such process. */
    Optional<FlowElement> element(String processId, String elementId) {
        return latest(processId)
                .map(model -> model.getModelElementById(elementId))
                .filter(FlowElement.class::isInstance)
                .map(FlowElement.class::cast);
    }

    /** The processes that the version in force calls. */
    List<String> calledBy(String processId) {
        return latest(processId).stream()
                .flatMap(model -> model.getModelElementsByType(CallActivity.class).stream())
                .map(CallActivity::getCalledElement)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The name of a diagram; its key where it has none. */
    String ofDiagram(String processId) {
        return latest(processId).stream()
                .flatMap(model -> model.getModelElementsByType(Process.class).stream())
                .map(Process::getName)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(processId);
    }

    /** The name of an element; its id where it has none. */
    String of(String processId, String elementId) {
        return element(processId, elementId)
                .map(FlowElement::getName)
                .filter(name -> !name.isBlank())
                .orElse(elementId);
    }

    private Optional<BpmnModelInstance> latest(String processId) {
        return Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(processId)
                        .latestVersion()
                        .singleResult())
                .map(definition -> version(definition.getId()));
    }

    private BpmnModelInstance version(String definitionId) {
        return versions.get(definitionId, repository::getBpmnModelInstance);
    }
}
