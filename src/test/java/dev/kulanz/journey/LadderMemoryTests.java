package dev.kulanz.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.File;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinitionQuery;
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
    void leavesModelsToTheEngine() {
        ProcessDefinition definition = mock(ProcessDefinition.class);
        when(definition.getId()).thenReturn("version-1");
        ProcessDefinitionQuery query = mock(ProcessDefinitionQuery.class, RETURNS_SELF);
        when(query.singleResult()).thenReturn(definition);
        when(repository.createProcessDefinitionQuery()).thenReturn(query);
        when(repository.getBpmnModelInstance("version-1")).thenReturn(model);
        DiagramWords words = new DiagramWords(repository);

        assertThat(words.of("dunning-journey", "Activity_CallDebtor")).isEqualTo("Call debtor");
        assertThat(words.of("dunning-journey", "Activity_CallDebtor")).isEqualTo("Call debtor");

        verify(repository, times(2)).getBpmnModelInstance("version-1");
    }
}
