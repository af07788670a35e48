package dev.kulanz.journey.rules;

import dev.kulanz.decisions.DecisionFailed;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableResultImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.context.VariableContext;

/** The engine's own DMN engine still reads files on deployment; every evaluation goes to Drools. */
class DroolsDmnEngine extends DefaultDmnEngine {

    private final Questions questions;
    private final Answers answers;

    DroolsDmnEngine(DefaultDmnEngineConfiguration configuration, Questions questions) {
        super(configuration);
        this.questions = questions;
        this.answers = new Answers(configuration);
    }

    @Override
    public DmnDecisionResult evaluateDecision(DmnDecision decision, VariableContext variables) {
        if (decision instanceof DecisionDefinition version) {
            return answers.tell(decision, questions.ask(version, variables));
        }
        throw new DecisionFailed(decision.getKey(), "only deployed decisions are evaluated");
    }

    @Override
    public DmnDecisionTableResult evaluateDecisionTable(DmnDecision decision, VariableContext variables) {
        return DmnDecisionTableResultImpl.wrap(evaluateDecision(decision, variables));
    }
}
