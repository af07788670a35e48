package dev.kulanz.journey;

import dev.kulanz.contact.Pace;
import dev.kulanz.contact.Paces;
import dev.kulanz.shared.BusinessClock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.IntermediateCatchEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * No message leads to the hand-over, so no send gate holds it back: here it waits until money that was sent on the last day
 * to pay may have come, in whatever version of a ladder, and however few days its timer draws. A timer that leads there is set
 * to that moment when it is reached; one that comes too early all the same is put off ({@link FailedJobs}).
 */
@Component
class HandoverPatience extends AbstractProcessEnginePlugin implements ExecutionListener {

    /** Asked for late: they need the engine. */
    private final ObjectProvider<Paces> paces;

    private final BusinessClock clock;

    HandoverPatience(ObjectProvider<Paces> paces, BusinessClock clock) {
        this.paces = paces;
        this.clock = clock;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        Parsing.watch(engine, new AbstractBpmnParseListener() {
            @Override
            public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
                if (activity.getProcessDefinition() instanceof ProcessDefinition diagram
                        && ModelKey.isLadder(diagram.getKey())
                        && LadderReading.HANDOVER.equals(element.attribute("calledElement"))) {
                    activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, HandoverPatience.this);
                }
            }

            @Override
            public void parseIntermediateTimerEventDefinition(Element element, ActivityImpl timer) {
                if (timer.getProcessDefinition() instanceof ProcessDefinition diagram
                        && ModelKey.isLadder(diagram.getKey())
                        && timer.getActivityBehavior() instanceof IntermediateCatchEventActivityBehavior drawn) {
                    timer.setActivityBehavior(new Patient(drawn));
                }
            }
        });
    }

    /** A timer as it is drawn, that does not end while patience lasts where it leads to the hand-over. */
    private final class Patient extends IntermediateCatchEventActivityBehavior {

        private final IntermediateCatchEventActivityBehavior drawn;

        Patient(IntermediateCatchEventActivityBehavior drawn) {
            super(false);
            this.drawn = drawn;
        }

        @Override
        public void execute(ActivityExecution timer) throws Exception {
            if (timer instanceof ExecutionEntity waiting && leadsToTheHandover(waiting)) {
                Instant end = endOf(waiting);
                waiting.getJobs().stream()
                        .filter(job -> job.getDuedate() != null
                                && job.getDuedate().toInstant().isBefore(end))
                        .forEach(job -> job.setDuedate(Date.from(end)));
            }
            drawn.execute(timer);
        }
    }

    private static boolean leadsToTheHandover(ExecutionEntity timer) {
        return timer.getBpmnModelElementInstance() instanceof FlowNode node
                && node.getSucceedingNodes().list().stream()
                        .anyMatch(next -> next instanceof CallActivity call
                                && LadderReading.HANDOVER.equals(call.getCalledElement()));
    }

    @Override
    public void notify(DelegateExecution call) {
        Instant end = endOf(call);
        if (end.isAfter(clock.instant())) {
            throw new BeforePatience(call.getProcessBusinessKey(), end);
        }
    }

    /** When the patience ends, not before now. */
    private Instant endOf(DelegateExecution at) {
        Instant now = clock.instant();
        String caseNumber = at.getProcessBusinessKey();
        Pace pace = caseNumber == null
                ? null
                : paces.getObject().of(List.of(caseNumber)).get(caseNumber);
        return pace == null ? now : pace.afterPatience(now);
    }
}
