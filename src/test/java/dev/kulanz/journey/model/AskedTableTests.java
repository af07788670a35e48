package dev.kulanz.journey.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A diagram asks a table that is in force already; the other way round stands among the twins. */
class AskedTableTests {

    private static final String STEP = "reminder-step.bpmn";

    /** Only this table is in force. */
    private record OneTable(String key, String text) implements InForce {

        @Override
        public List<String> processes() {
            return List.of();
        }

        @Override
        public boolean hasDecision(String decision) {
            return true;
        }

        @Override
        public Optional<String> decision(String decision) {
            return Optional.of(text).filter(any -> decision.equals(key));
        }

        @Override
        public boolean hasForm(String id) {
            return true;
        }

        @Override
        public long running(String processId) {
            return 0;
        }
    }

    private static List<Finding> asking(String... edits) {
        return Shipped.CHECK.check(
                Map.of(STEP, Shipped.text(STEP)),
                new OneTable("step-fitting", Shipped.edited("step-fitting.dmn", edits)));
    }

    @Test
    void aTaskMayAskATableThatGivesOneAnswer() {
        assertThat(asking()).isEmpty();
    }

    @Test
    void aTaskMayNotAskATableThatMayGiveSeveral() {
        assertThat(asking("hitPolicy=\"FIRST\"", "hitPolicy=\"RULE ORDER\""))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.elementId()).isEqualTo("Task_CheckFit");
                    assertThat(finding.sentence())
                            .startsWith(
                                    "It asks “step-fitting” for a single value, but with the hit policy RULE ORDER");
                });
    }

    @Test
    void aTableOfTheSameDeploymentReplacesTheOneInForce() {
        var inForce = new OneTable(
                "step-fitting", Shipped.edited("step-fitting.dmn", "hitPolicy=\"FIRST\"", "hitPolicy=\"COLLECT\""));

        assertThat(Shipped.CHECK.check(
                        Map.of(STEP, Shipped.text(STEP), "step-fitting.dmn", Shipped.text("step-fitting.dmn")),
                        inForce))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"journey-choice,a text", "handover-readiness,a number"})
    void aTaskMayNotAskATableWhoseAnswerNoConditionUnderstands(String table, String answer) {
        List<Finding> findings = Shipped.CHECK.check(
                Map.of(STEP, Shipped.edited(STEP, "decisionRef=\"step-fitting\"", "decisionRef=\"" + table + "\"")),
                new OneTable(table, Shipped.text(table + ".dmn")));

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.elementId()).isEqualTo("Task_CheckFit");
            assertThat(finding.sentence())
                    .startsWith("It asks “%s” for fitting, which is yes or no (type boolean), but it answers %s."
                            .formatted(table, answer));
        });
    }

    @Test
    void aTableMayNotAnswerWhatNoConditionOfWhoAsksItUnderstands() {
        Map<String, String> models = Shipped.models();
        models.put(STEP, Shipped.edited(STEP, "decisionRef=\"step-fitting\"", "decisionRef=\"handover-readiness\""));

        assertThat(Shipped.CHECK.check(models, InForce.NOTHING)).singleElement().satisfies(finding -> {
            assertThat(finding.resource()).isEqualTo("handover-readiness.dmn");
            assertThat(finding.sentence())
                    .startsWith(
                            "“Check fit” (Task_CheckFit in reminder-step) asks this table for fitting, which is yes or no");
        });
    }
}
