package dev.kulanz.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.File;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ids stand in several diagrams: which of them is meant, nobody tells who hears only of the id. */
class FailurePlacesTests {

    private final DiagramWords words = mock(DiagramWords.class);
    private final FailurePlaces places = new FailurePlaces(words, mock(JdbcClient.class, RETURNS_DEEP_STUBS));

    @BeforeEach
    void theShippedDiagrams() {
        for (String process : List.of("dunning-journey", "reminder-step", "voicebot-call", "collection-handover")) {
            var model = Bpmn.readModelFromFile(new File("processes", process + ".bpmn"));
            when(words.calledBy(process))
                    .thenReturn(model.getModelElementsByType(CallActivity.class).stream()
                            .map(CallActivity::getCalledElement)
                            .toList());
            model.getModelElementsByType(FlowElement.class)
                    .forEach(one -> when(words.element(process, Objects.requireNonNull(one.getId())))
                            .thenReturn(Optional.of(one)));
        }
    }

    private Failures.Place at(String process, String element) {
        return places.ofJob("instance", process, element, new IllegalStateException());
    }

    @Test
    void areHealedByEachDiagramThatIsMeantPerhaps() {
        Failures.Place fit = at("dunning-journey", "Task_CheckFit");
        assertThat(fit.healedBy()).contains("bpmn:reminder-step", "bpmn:voicebot-call", "dmn:step-fitting");
        assertThat(fit.process()).isEqualTo("dunning-journey");
        assertThat(fit.element()).isNull();
        assertThat(at("dunning-journey", "Task_CheckBlocks").healedBy())
                .contains("bpmn:reminder-step", "bpmn:voicebot-call", "bpmn:collection-handover");
        assertThat(at("dunning-journey", "Gateway_MayWeContactNow").healedBy()).contains("bpmn:voicebot-call");
    }

    @Test
    void areNamedWhereThereIsOnlyOne() {
        Failures.Place call = at("dunning-journey", "Task_PlaceCall");
        assertThat(call.process()).isEqualTo("voicebot-call");
        assertThat(call.element()).isEqualTo("Task_PlaceCall");
        assertThat(call.healedBy()).containsExactly("bpmn:voicebot-call");
        assertThat(call.renewedBy()).containsExactly("bpmn:dunning-journey");
    }

    @Test
    void areInTheirOwnDiagramWhereNoOtherIsCalled() {
        Failures.Place blocks = at("voicebot-call", "Task_CheckBlocks");
        assertThat(blocks.process()).isEqualTo("voicebot-call");
        assertThat(blocks.healedBy()).isEmpty();
        assertThat(blocks.renewedBy()).containsExactly("bpmn:voicebot-call");
    }
}
