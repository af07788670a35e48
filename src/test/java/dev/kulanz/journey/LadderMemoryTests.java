package dev.kulanz.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.File;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who deploys for years does not fill the memory: what was read of old versions is forgotten. */
class LadderMemoryTests {

    private final BpmnModelInstance model = Bpmn.readModelFromFile(new File("processes", "dunning-journey.bpmn"));
    private final RepositoryService repository = mock(RepositoryService.class);

    @Test
    void keepsTheLaddersThatAreUsedAndForgetsTheOthers() {
        when(repository.getBpmnModelInstance(anyString())).thenReturn(model);
        Ladders ladders = new Ladders(repository, mock(JdbcClient.class));

        IntStream.range(0, 200).forEach(version -> {
            ladders.ofDefinition("in-use");
            ladders.ofDefinition("version-" + version);
        });
        ladders.ofDefinition("version-0");

        verify(repository, times(1)).getBpmnModelInstance("in-use");
        verify(repository, times(2)).getBpmnModelInstance("version-0");
    }

    @Test
    void keepsTheDiagramsThatAreUsedAndForgetsTheOthers() {
        when(repository.getBpmnModelInstance(anyString())).thenReturn(model);
        DiagramWords words = new DiagramWords(repository);

        IntStream.range(0, 200).forEach(version -> {
            words.enteredWith("in-use", "second-reminder");
            words.enteredWith("version-" + version, "second-reminder");
        });
        assertThat(words.enteredWith("version-0", "second-reminder")).isPresent();

        verify(repository, times(1)).getBpmnModelInstance("in-use");
        verify(repository, times(2)).getBpmnModelInstance("version-0");
    }
}
