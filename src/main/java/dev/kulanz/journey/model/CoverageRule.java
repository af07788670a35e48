package dev.kulanz.journey.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** A gateway knows a way for everything that can come, and only one. */
final class CoverageRule implements ModelRule {

    private static final String OUTCOME = "outcome";
    private static final int NAMED = 3;

    private final KnownNames known;

    CoverageRule(KnownNames known) {
        this.known = known;
    }

    @Override
    public void check(ProcessModel model, Report report) {
        Ways ways = Ways.of(model);
        for (ExclusiveGateway gateway : model.all(ExclusiveGateway.class)) {
            List<SequenceFlow> asking = gateway.getOutgoing().stream()
                    .filter(flow -> !GatewayRule.isDefault(flow))
                    .toList();
            List<Condition> conditions = asking.stream()
                    .flatMap(flow -> Condition.of(flow, known).stream())
                    .toList();
            // what is wrong with a single condition is said by another rule, and so is how a ladder is entered
            if (!conditions.isEmpty()
                    && conditions.size() == asking.size()
                    && !asksFor(LadderEntryRule.NEXT_STEP, conditions)
                    && !(asksFor(OUTCOME, conditions) && !areFormsKnown(gateway, ways))) {
                List<Map<String, String>> situations =
                        Situations.of(conditions, variable -> words(variable, gateway, ways));
                checkNoneMissing(gateway, conditions, situations, report);
                checkOneOnly(gateway, conditions, situations, report);
            }
        }
    }

    private static boolean asksFor(String variable, List<Condition> conditions) {
        return conditions.stream().anyMatch(condition -> condition.variables().contains(variable));
    }

    private static boolean areFormsKnown(ExclusiveGateway gateway, Ways ways) {
        return forms(gateway, ways).allMatch(form -> TaskForm.of(form).isPresent());
    }

    private static Stream<String> forms(ExclusiveGateway gateway, Ways ways) {
        return ways.ahead(gateway, UserTask.class::isInstance).stream()
                .filter(UserTask.class::isInstance)
                .map(task -> ProcessModel.camunda(task, "formRef"));
    }

    private static void checkNoneMissing(
            ExclusiveGateway gateway, List<Condition> conditions, List<Map<String, String>> situations, Report report) {
        List<Map<String, String>> missing = situations.stream()
                .filter(situation -> conditions.stream().noneMatch(condition -> condition.holds(situation)))
                .toList();
        if (gateway.getDefault() == null && !missing.isEmpty()) {
            report.add(
                    gateway,
                    "No way leads on when %s: the case would be stuck here. Draw the way, or make one way the default."
                            .formatted(named(missing)));
        }
    }

    private static void checkOneOnly(
            ExclusiveGateway gateway, List<Condition> conditions, List<Map<String, String>> situations, Report report) {
        List<Map<String, String>> several = situations.stream()
                .filter(situation -> conditions.stream()
                                .filter(condition -> condition.holds(situation))
                                .count()
                        > 1)
                .toList();
        if (!several.isEmpty()) {
            report.add(
                    gateway,
                    "More than one way is open when %s, and nobody sees which is taken. Make the conditions exclude each other."
                            .formatted(named(several)));
        }
    }

    private static String named(List<Map<String, String>> situations) {
        return situations.stream().limit(NAMED).map(Situations::words).collect(Collectors.joining(", or "));
    }

    /** What a variable can be here: of decisions only those of the tasks from which one comes. */
    private Set<String> words(String variable, ExclusiveGateway gateway, Ways ways) {
        if (!variable.equals(OUTCOME)) {
            return known.wordsOf(variable);
        }
        List<String> decided = new ArrayList<>();
        forms(gateway, ways).forEach(form -> TaskForm.of(form).ifPresent(known -> decided.addAll(known.outcomes())));
        return decided.isEmpty() ? known.wordsOf(variable) : Set.copyOf(decided);
    }
}
