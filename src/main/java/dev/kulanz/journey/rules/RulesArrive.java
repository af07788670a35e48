package dev.kulanz.journey.rules;

import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/** Forgets the rules in force once a deployment of this node is committed. */
class RulesArrive implements Deployer {

    private final DeployedRules rules;

    RulesArrive(DeployedRules rules) {
        this.rules = rules;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        // the engine also calls this when it reads an old deployment again
        if (deployment.isNew()) {
            Context.getCommandContext()
                    .getTransactionContext()
                    .addTransactionListener(TransactionState.COMMITTED, context -> rules.forgetInForce());
        }
    }
}
