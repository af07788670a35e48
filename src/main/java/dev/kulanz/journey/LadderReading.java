package dev.kulanz.journey;

import dev.kulanz.cases.LadderStep;
import dev.kulanz.journey.Ladder.Rung;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;

/**
 * Reads the ladder out of its diagram. What hangs together by timers and gateways alone is the ladder; a step that only
 * leads back to where the place is looked for is no rung.
 */
final class LadderReading {

    /** The process of the last rung. */
    static final String HANDOVER = "collection-handover";

    private record Next(CallActivity step, Duration gap) {}

    private final Map<CallActivity, LadderStep> steps = new HashMap<>();
    private final Map<CallActivity, Next> next = new HashMap<>();

    private LadderReading(Collection<CallActivity> calls) {
        calls.forEach(call -> step(call).ifPresent(step -> steps.put(call, step)));
        steps.keySet().forEach(call -> follow(call, Duration.ZERO, new HashSet<>())
                .ifPresent(after -> next.put(call, after)));
    }

    /**
     * The ladder that a diagram draws.
     *
     * @throws IllegalStateException if there is none; the model check lets no such diagram pass
     */
    static Ladder read(BpmnModelInstance diagram) {
        String process =
                diagram.getModelElementsByType(Process.class).iterator().next().getId();
        List<Rung> rungs = new LadderReading(diagram.getModelElementsByType(CallActivity.class)).longestWay();
        if (rungs.isEmpty()) {
            throw new IllegalStateException("The diagram " + process + " draws no ladder");
        }
        return new Ladder(process, rungs);
    }

    private List<Rung> longestWay() {
        List<Rung> longest = List.of();
        for (CallActivity begin : steps.keySet()) {
            List<Rung> way = wayFrom(begin);
            if (way.size() > longest.size()) {
                longest = way;
            }
        }
        return longest;
    }

    private List<Rung> wayFrom(CallActivity begin) {
        List<Rung> way = new ArrayList<>();
        Set<CallActivity> seen = new HashSet<>();
        Next here = new Next(begin, Duration.ZERO);
        while (here != null && seen.add(here.step())) {
            LadderStep step = steps.get(here.step());
            if (step != null) {
                way.add(new Rung(step, here.step().getId(), here.gap()));
            }
            here = next.get(here.step());
        }
        return way;
    }

    private Optional<Next> follow(FlowNode from, Duration wait, Set<FlowNode> seen) {
        for (FlowNode node : from.getSucceedingNodes().list()) {
            if (node instanceof CallActivity call && steps.containsKey(call)) {
                return Optional.of(new Next(call, wait));
            }
            if (seen.add(node) && (node instanceof CatchEvent || node instanceof Gateway)) {
                Optional<Next> found = follow(node, wait.plus(timer(node)), seen);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Duration timer(FlowNode node) {
        return node.getChildElementsByType(TimerEventDefinition.class).stream()
                .filter(timer -> timer.getTimeDuration() != null)
                .map(timer -> length(timer.getTimeDuration().getTextContent().strip()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration length(String iso) {
        try {
            var written = DatatypeFactory.newInstance().newDuration(iso);
            return Duration.between(
                    LocalDateTime.MIN,
                    LocalDateTime.MIN
                            .plusYears(written.getYears())
                            .plusMonths(written.getMonths())
                            .plusDays(written.getDays())
                            .plusHours(written.getHours())
                            .plusMinutes(written.getMinutes())
                            .plusSeconds(written.getSeconds()));
        } catch (DatatypeConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<LadderStep> step(CallActivity call) {
        if (HANDOVER.equals(call.getCalledElement())) {
            return Optional.of(LadderStep.HANDOVER_DECISION);
        }
        return Optional.ofNullable(call.getExtensionElements()).stream()
                .flatMap(extensions -> extensions.getElementsQuery().filterByType(CamundaIn.class).list().stream())
                .filter(in ->
                        CaseVariable.STEP.id().equals(in.getCamundaTarget()) && in.getCamundaSourceExpression() != null)
                .flatMap(in -> LadderStep.of(in.getCamundaSourceExpression().strip()).stream())
                .findFirst();
    }
}
