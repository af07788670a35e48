package dev.kulanz.journey;

import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells {@link StepEnds} of every step of a ladder that came to its end, so that no model has to. */
@Component
class StepEndsPlugin extends AbstractProcessEnginePlugin implements ExecutionListener {

    /** Asked for late: they need the engine. */
    private final ObjectProvider<StepEnds> steps;

    StepEndsPlugin(ObjectProvider<StepEnds> steps) {
        this.steps = steps;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        Parsing.watch(engine, new AbstractBpmnParseListener() {
            @Override
            public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
                if (activity.getProcessDefinition() instanceof ProcessDefinition diagram
                        && ModelKey.isLadder(diagram.getKey())) {
                    activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, StepEndsPlugin.this);
                }
            }
        });
    }

    /** What is taken away, as by a payment or an older invoice, was not left out. */
    @Override
    public void notify(DelegateExecution call) {
        boolean takenAway = call instanceof ExecutionEntity execution && execution.isCanceled();
        if (!takenAway && call.getProcessBusinessKey() != null) {
            steps.getObject()
                    .ended(
                            call.getProcessBusinessKey(),
                            call.getProcessDefinitionId(),
                            call.getCurrentActivityId(),
                            begun(call));
        }
    }

    /** As the history tells it; not by a query, which does not find what began in this transaction. */
    private static Instant begun(DelegateExecution call) {
        var instance = Context.getCommandContext()
                .getDbEntityManager()
                .selectById(HistoricActivityInstanceEventEntity.class, call.getActivityInstanceId());
        return instance == null ? Instant.EPOCH : instance.getStartTime().toInstant();
    }
}
