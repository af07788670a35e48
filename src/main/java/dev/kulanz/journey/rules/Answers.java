package dev.kulanz.journey.rules;

import dev.kulanz.decisions.DecisionFailed;
import dev.kulanz.decisions.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedOutput;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionResultEntriesImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionResultImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableOutputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.dmn.engine.impl.delegate.DmnDecisionEvaluationEventImpl;
import org.camunda.bpm.dmn.engine.impl.delegate.DmnDecisionTableEvaluationEventImpl;
import org.camunda.bpm.dmn.engine.impl.delegate.DmnEvaluatedDecisionRuleImpl;
import org.camunda.bpm.dmn.engine.impl.delegate.DmnEvaluatedOutputImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.model.dmn.BuiltinAggregator;

/**
 * Tells a verdict in the engine's words, to who asked and to the engine's listeners (history, metrics). The inputs
 * stay out of the engine's history: the journal has them.
 */
class Answers {

    private final DefaultDmnEngineConfiguration configuration;

    Answers(DefaultDmnEngineConfiguration configuration) {
        this.configuration = configuration;
    }

    DmnDecisionResult tell(DmnDecision decision, Verdict verdict) {
        if (!(decision.getDecisionLogic() instanceof DmnDecisionTableImpl table)) {
            throw new DecisionFailed(decision.getKey(), "it is not a decision table");
        }
        List<DmnEvaluatedDecisionRule> fired = new ArrayList<>();
        for (int i = 0; i < verdict.rows().size(); i++) {
            fired.add(firedRule(
                    table, verdict.firedRuleIds().get(i), verdict.rows().get(i)));
        }
        var evaluated = new DmnDecisionTableEvaluationEventImpl();
        evaluated.setDecisionTable(decision);
        evaluated.setMatchingRules(fired);
        evaluated.setExecutedDecisionElements(
                (long) (table.getInputs().size() + table.getOutputs().size())
                        * table.getRules().size());
        if (!isCounted(table)) {
            announce(evaluated);
            return result(fired);
        }
        String name = table.getOutputs().get(0).getOutputName();
        TypedValue count = Variables.integerValue(fired.size());
        evaluated.setCollectResultName(name);
        evaluated.setCollectResultValue(count);
        announce(evaluated);
        var row = new DmnDecisionResultEntriesImpl();
        row.putValue(name, count);
        return new DmnDecisionResultImpl(List.of(row));
    }

    /** Whether the engine is to hear only how many rows hit. */
    private static boolean isCounted(DmnDecisionTableImpl table) {
        return table.getHitPolicyHandler().getHitPolicyEntry().getAggregator() == BuiltinAggregator.COUNT;
    }

    private static DmnEvaluatedDecisionRule firedRule(
            DmnDecisionTableImpl table, String ruleId, Map<String, Object> row) {
        var rule = new DmnDecisionTableRuleImpl();
        rule.setId(ruleId);
        Map<String, DmnEvaluatedOutput> outputs = new LinkedHashMap<>();
        for (DmnDecisionTableOutputImpl output : table.getOutputs()) {
            String name = output.getOutputName();
            outputs.put(
                    name,
                    new DmnEvaluatedOutputImpl(output, EngineValue.of(row.get(name), output.getTypeDefinition())));
        }
        var fired = new DmnEvaluatedDecisionRuleImpl(rule);
        fired.setOutputEntries(outputs);
        return fired;
    }

    private void announce(DmnDecisionTableEvaluationEvent evaluated) {
        configuration.getDecisionTableEvaluationListeners().forEach(listener -> listener.notify(evaluated));
        var event = new DmnDecisionEvaluationEventImpl();
        event.setDecisionResult(evaluated);
        event.setExecutedDecisionInstances(1);
        event.setExecutedDecisionElements(evaluated.getExecutedDecisionElements());
        configuration.getDecisionEvaluationListeners().forEach(listener -> listener.notify(event));
    }

    private static DmnDecisionResult result(List<DmnEvaluatedDecisionRule> fired) {
        List<DmnDecisionResultEntries> rows = new ArrayList<>();
        for (DmnEvaluatedDecisionRule rule : fired) {
            var row = new DmnDecisionResultEntriesImpl();
            rule.getOutputEntries().forEach((name, output) -> row.putValue(name, output.getValue()));
            rows.add(row);
        }
        return new DmnDecisionResultImpl(rows);
    }
}
