package dev.kulanz.journey.rules;

import dev.kulanz.decisions.DecisionFailed;
import dev.kulanz.decisions.Decisions;
import dev.kulanz.decisions.FactVocabulary;
import dev.kulanz.decisions.RuleSource.RuleFile;
import dev.kulanz.decisions.Verdict;
import dev.kulanz.journal.Happening;
import dev.kulanz.journal.Journal;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.dmn.invocation.VariableScopeContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/** Turns what the engine asks into a question about a case, or, outside a process, about the variables given. */
class Questions {

    private final DeployedRules rules;
    private final Supplier<Decisions> decisions;
    private final Supplier<FactVocabulary> vocabulary;
    private final Supplier<Journal> journal;

    Questions(
            DeployedRules rules,
            Supplier<Decisions> decisions,
            Supplier<FactVocabulary> vocabulary,
            Supplier<Journal> journal) {
        this.rules = rules;
        this.decisions = decisions;
        this.vocabulary = vocabulary;
        this.journal = journal;
    }

    /** In a process the verdict is journalled for its case; asked from outside, nothing follows from it. */
    Verdict ask(DecisionDefinition version, VariableContext variables) {
        RuleFile file = rules.of(version);
        ExecutionEntity execution = execution(variables);
        if (execution == null) {
            return decisions.get().evaluate(file, values(file, variables, any -> true));
        }
        String caseNumber = caseNumber(execution);
        if (caseNumber == null) {
            throw new DecisionFailed(
                    version.getKey(),
                    "the process instance %s of %s has no business key, so its case is not known"
                            .formatted(execution.getProcessInstanceId(), execution.getProcessDefinitionId()));
        }
        Map<String, Object> context = values(file, variables, vocabulary.get()::isContext);
        Verdict verdict = decisions.get().decide(file, caseNumber, context);
        journal.get().record(new Happening("DecisionMade", null, null, caseNumber, verdict.asFacts()));
        return verdict;
    }

    /** Only a business rule task gives its own scope as the variables. */
    private static @Nullable ExecutionEntity execution(VariableContext variables) {
        var context = variables instanceof VariableScopeContext ? Context.getCoreExecutionContext() : null;
        return context != null && context.getExecution() instanceof ExecutionEntity execution ? execution : null;
    }

    /** A called process may leave the business key to its caller. */
    private static @Nullable String caseNumber(ExecutionEntity execution) {
        for (ExecutionEntity at = execution;
                at != null;
                at = at.getProcessInstance().getSuperExecution()) {
            String businessKey = at.getProcessBusinessKey();
            if (businessKey != null && !businessKey.isBlank()) {
                return businessKey;
            }
        }
        return null;
    }

    private Map<String, Object> values(RuleFile file, VariableContext variables, Predicate<String> wanted) {
        Map<String, Object> values = new HashMap<>();
        for (String name : decisions.get().factsAsked(file)) {
            TypedValue value = wanted.test(name) ? variables.resolve(name) : null;
            if (value != null && value.getValue() != null) {
                values.put(name, value.getValue());
            }
        }
        return values;
    }
}
