package dev.kulanz.journey.engine;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** A process with one task for case workers, made for tests of the engine's set-up. */
final class TestProcess {

    static final String KEY = "engine-test";

    private TestProcess() {}

    /** What completes its task. */
    static final String ANSWER = "{\"variables\":{\"decision\":{\"value\":\"TALKED\"}}}";

    static BpmnModelInstance model() {
        return Bpmn.createExecutableProcess(KEY)
                .name("Engine test")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent("Event_CaseOpened")
                .name("Case opened")
                .sequenceFlowId("Flow_ToTask")
                .userTask("Task_LookAtCase")
                .name("Look at case")
                .documentation("Look at it.")
                .camundaCandidateGroups("case-workers")
                .camundaFormRef("call-back")
                .camundaFormRefBinding("latest")
                .sequenceFlowId("Flow_ToEnd")
                .endEvent("Event_CaseSeen")
                .name("Case seen")
                .done();
    }

    /** One that only waits. */
    static BpmnModelInstance waiting(String key) {
        return Bpmn.createExecutableProcess(key)
                .name("Waiting")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent("Event_CaseOpened")
                .name("Case opened")
                .sequenceFlowId("Flow_ToTimer")
                .intermediateCatchEvent("Event_SevenDaysPassed")
                .name("Seven days passed")
                .timerWithDuration("P7D")
                .sequenceFlowId("Flow_ToEnd")
                .endEvent("Event_CaseSeen")
                .name("Case seen")
                .done();
    }
}
