package dev.kulanz.journey.engine;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** A process with one task for case workers, made for tests of the engine's set-up. */
final class TestProcess {

    static final String KEY = "engine-test";

    private TestProcess() {}

    static BpmnModelInstance model() {
        return Bpmn.createExecutableProcess(KEY)
                .name("Engine test")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent("Start_CaseOpened")
                .name("Case opened")
                .userTask("Task_LookAtCase")
                .name("Look at case")
                .documentation("Look at it.")
                .camundaCandidateGroups("case-workers")
                .endEvent("End_CaseSeen")
                .name("Case seen")
                .done();
    }

    /** One that only waits. */
    static BpmnModelInstance waiting(String key) {
        return Bpmn.createExecutableProcess(key)
                .name("Waiting")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent("Start_CaseOpened")
                .name("Case opened")
                .intermediateCatchEvent("Timer_SevenDaysPassed")
                .name("7 days passed")
                .timerWithDuration("P7D")
                .endEvent("End_CaseSeen")
                .name("Case seen")
                .done();
    }
}
