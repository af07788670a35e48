package dev.kulanz.journey.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.kulanz.support.KulanzTest;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** No text is so long that the engine's tables stop a case. */
@KulanzTest
class TextVariableTests {

    @RegisterExtension
    private final OpenCase open = new OpenCase();

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private HistoryService history;

    @Test
    void isKeptAsFarAsThereIsRoom() {
        String exact = "x".repeat(4_000);
        runtime.setVariable(open.instance(), "wording", exact);
        assertThat(runtime.getVariable(open.instance(), "wording")).isEqualTo(exact);

        runtime.setVariable(open.instance(), "wording", "\ud83d\ude00".repeat(100_000));
        tasks.setVariableLocal(open.task(), "comment", "y".repeat(4_001));

        assertThat(String.valueOf(runtime.getVariable(open.instance(), "wording")))
                .hasSizeLessThanOrEqualTo(4_000)
                .startsWith("\ud83d\ude00")
                .endsWith("\ud83d\ude00…");
        assertThat(tasks.getVariableLocal(open.task(), "comment")).isEqualTo("y".repeat(3_999) + "…");
        assertThatCode(() -> history.createHistoricVariableInstanceQuery()
                        .processInstanceId(open.instance())
                        .list())
                .doesNotThrowAnyException();
    }

    @Test
    void comesBackEmptyAndNullAsItWas() {
        runtime.setVariable(open.instance(), "wording", "");
        assertThat(runtime.getVariable(open.instance(), "wording")).isEqualTo("");
        runtime.setVariable(open.instance(), "wording", null);
        assertThat(runtime.getVariable(open.instance(), "wording")).isNull();
    }
}
