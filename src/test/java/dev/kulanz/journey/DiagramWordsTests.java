package dev.kulanz.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;

class DiagramWordsTests {

    private final RepositoryService repository = mock();
    private final DiagramWords words = new DiagramWords(repository);

    @Test
    void asksTheEngineOnceForAVersionHoweverManyCasesWaitInIt() {
        when(repository.getBpmnModelInstance("ladder:1")).thenReturn(model("Send reminder"));
        when(repository.getBpmnModelInstance("ladder:2")).thenReturn(model("Write letter"));
        for (int line = 0; line < 25; line++) {
            assertThat(words.after("ladder:1", "Wait")).isEqualTo("Send reminder");
            assertThat(words.leadsTo("ladder:1", "Wait", "Next")).isTrue();
        }
        assertThat(words.after("ladder:2", "Wait")).isEqualTo("Write letter");
        verify(repository, times(1)).getBpmnModelInstance("ladder:1");
    }

    private static BpmnModelInstance model(String next) {
        return Bpmn.createExecutableProcess("ladder")
                .startEvent()
                .intermediateCatchEvent("Wait")
                .timerWithDuration("P1D")
                .serviceTask("Next")
                .name(next)
                .endEvent()
                .done();
    }
}
