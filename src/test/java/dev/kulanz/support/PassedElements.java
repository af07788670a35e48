package dev.kulanz.support;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** Which nodes and flows of the diagrams were passed; the engine's own history does not keep flows. */
public class PassedElements extends AbstractProcessEnginePlugin {

    private final Set<String> passed = ConcurrentHashMap.newKeySet();

    /** The nodes and flows of a diagram that are not among the passed ones, as {@code process/element}. */
    public static List<String> missing(BpmnModelInstance model, Set<String> seen) {
        String process =
                model.getModelElementsByType(Process.class).iterator().next().getId();
        Set<String> passed = new HashSet<>(seen);
        // The engine goes from an event-based gateway straight into the event: it takes no flow, and calls no listener.
        for (EventBasedGateway gateway : model.getModelElementsByType(EventBasedGateway.class)) {
            gateway.getOutgoing().stream()
                    .filter(flow ->
                            seen.contains(process + "/" + flow.getTarget().getId()))
                    .forEach(flow ->
                            passed.addAll(List.of(process + "/" + flow.getId(), process + "/" + gateway.getId())));
        }
        List<String> elements = new ArrayList<>();
        model.getModelElementsByType(FlowNode.class).forEach(node -> elements.add(process + "/" + node.getId()));
        model.getModelElementsByType(SequenceFlow.class).forEach(flow -> elements.add(process + "/" + flow.getId()));
        return elements.stream()
                .filter(element -> !passed.contains(element))
                .sorted()
                .toList();
    }

    /** As {@code process/element}. */
    public Set<String> passed() {
        return Set.copyOf(passed);
    }

    public void forget() {
        passed.clear();
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> listeners = engine.getCustomPostBPMNParseListeners() == null
                ? new ArrayList<>()
                : new ArrayList<>(engine.getCustomPostBPMNParseListeners());
        listeners.add(new Listening());
        engine.setCustomPostBPMNParseListeners(listeners);
    }

    /** A node is passed when it ends; one that was interrupted is not. */
    private final class Listening extends AbstractBpmnParseListener {

        @Override
        public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
            String id = flow.getId();
            flow.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) at -> passed.add(process(at) + id));
        }

        @Override
        public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl node) {
            listen(node);
        }

        @Override
        public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl node) {
            listen(node);
        }

        @Override
        public void parseExclusiveGateway(Element element, ScopeImpl scope, ActivityImpl node) {
            listen(node);
        }

        @Override
        public void parseEventBasedGateway(Element element, ScopeImpl scope, ActivityImpl node) {
            listen(node);
        }

        @Override
        public void parseParallelGateway(Element element, ScopeImpl scope, ActivityImpl node) {
            listen(node);
        }

        @Override
        public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl node) {
            listen(node);
        }

        @Override
        public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl node) {
            listen(node);
        }

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl node) {
            listen(node);
        }

        @Override
        public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl node) {
            listen(node);
        }

        @Override
        public void parseSubProcess(Element element, ScopeImpl scope, ActivityImpl node) {
            listen(node);
        }

        @Override
        public void parseIntermediateCatchEvent(Element element, ScopeImpl scope, ActivityImpl node) {
            listen(node);
        }

        @Override
        public void parseIntermediateThrowEvent(Element element, ScopeImpl scope, ActivityImpl node) {
            listen(node);
        }

        @Override
        public void parseBoundaryEvent(Element element, ScopeImpl scope, ActivityImpl node) {
            listen(node);
        }

        private void listen(ActivityImpl node) {
            String id = node.getId();
            node.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) at -> {
                if (!at.isCanceled()) {
                    passed.add(process(at) + id);
                }
            });
        }

        private static String process(org.camunda.bpm.engine.delegate.DelegateExecution at) {
            String definition = at.getProcessDefinitionId();
            return definition.substring(0, definition.indexOf(':')) + "/";
        }
    }
}
