package dev.kulanz.journey.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.jspecify.annotations.Nullable;

/** Which process variables an element looks at, and which it sets. */
final class VariableUse {

    private static final Pattern NAME = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");

    private final KnownNames known;

    VariableUse(KnownNames known) {
        this.known = known;
    }

    /** What is set for the whole process once a case has passed here. */
    Set<String> sets(FlowNode node) {
        Set<String> set = new TreeSet<>();
        if (node instanceof ServiceTask task) {
            set.addAll(delegate(task).sets());
        } else if (node instanceof BusinessRuleTask task) {
            add(ProcessModel.camunda(task, "resultVariable"), set);
        } else if (node instanceof UserTask) {
            set.add("outcome");
        } else if (node instanceof CallActivity call) {
            ProcessModel.extensions(call, CamundaOut.class).forEach(out -> add(out.getCamundaTarget(), set));
        } else if (node instanceof CatchEvent event) {
            event.getEventDefinitions().forEach(definition -> {
                if (definition instanceof MessageEventDefinition message && message.getMessage() != null) {
                    set.addAll(known.broughtBy(message.getMessage().getName()));
                }
            });
        }
        inputOutput(node)
                .flatMap(mapping -> mapping.getCamundaOutputParameters().stream())
                .forEach(out -> add(out.getCamundaName(), set));
        return set;
    }

    /** What must be there when a case comes here; not what is set by a parameter of this very element. */
    Set<String> needs(FlowNode node) {
        Set<String> needed = new TreeSet<>();
        if (node instanceof ServiceTask task) {
            needed.addAll(delegate(task).needs());
            inputOutput(node)
                    .flatMap(mapping -> mapping.getCamundaInputParameters().stream())
                    .map(CamundaInputParameter::getCamundaName)
                    .forEach(needed::remove);
        }
        inputOutput(node)
                .flatMap(mapping -> mapping.getCamundaInputParameters().stream())
                .forEach(in -> addNamed(in.getTextContent(), needed));
        if (node instanceof CallActivity call) {
            ProcessModel.extensions(call, CamundaIn.class).forEach(in -> {
                add(in.getCamundaSource(), needed);
                addNamed(in.getCamundaSourceExpression(), needed);
            });
        }
        node.getChildElementsByType(TimerEventDefinition.class).stream()
                .filter(timer -> timer.getTimeDate() != null)
                .map(timer -> timer.getTimeDate().getTextContent().strip())
                .filter(TimerRule::isMoment)
                .forEach(moment -> addNamed(moment, needed));
        if (node instanceof ExclusiveGateway) {
            for (SequenceFlow flow : node.getOutgoing()) {
                Condition.of(flow, known).ifPresent(condition -> needed.addAll(condition.variables()));
            }
        }
        needed.retainAll(known.variables().keySet()); // unknown names are said elsewhere
        return needed;
    }

    /** What a call hands in. */
    static Set<String> handedIn(CallActivity call) {
        Set<String> handed = new HashSet<>();
        ProcessModel.extensions(call, CamundaIn.class).forEach(in -> add(in.getCamundaTarget(), handed));
        return handed;
    }

    /** Which steps a task is told by its own parameters. */
    static List<String> toldSteps(ServiceTask task) {
        return inputOutput(task)
                .flatMap(mapping -> mapping.getCamundaInputParameters().stream())
                .filter(in -> "step".equals(in.getCamundaName()))
                .map(in -> in.getTextContent().strip())
                .toList();
    }

    private Delegate delegate(ServiceTask task) {
        Matcher name = NAME.matcher(ProcessModel.camunda(task, "delegateExpression"));
        return name.matches() ? known.delegates().getOrDefault(name.group(1), Delegate.PLAIN) : Delegate.PLAIN;
    }

    private static Stream<CamundaInputOutput> inputOutput(BaseElement element) {
        return ProcessModel.extensions(element, CamundaInputOutput.class).stream();
    }

    private static void add(@Nullable String name, Collection<String> names) {
        if (name != null && !name.isBlank()) {
            names.add(name);
        }
    }

    private static void addNamed(@Nullable String text, Collection<String> names) {
        Matcher name = NAME.matcher(text == null ? "" : text.strip());
        if (name.matches()) {
            names.add(name.group(1));
        }
    }
}
