package dev.kulanz.journey.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.decisions.TableUse.Answer;
import dev.kulanz.journey.ApplicationNames;
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

    /** Tables are understood as far as these tests need it. */
    private static ModelCheck check(boolean everyCase) {
        return new ModelCheck(ApplicationNames.read(), new TableCheck() {
            @Override
            public List<Remark> check(String file, String text) {
                return List.of();
            }

            @Override
            public List<String> misfits(String file, String text, Answer wanted) {
                if (wanted.kind() == Answer.Kind.NUMBER) {
                    return List.of(wanted.noun() + " is to be a number");
                }
                return wanted.kind() == Answer.Kind.YES_OR_NO && text.contains("\"yes\"")
                        ? List.of("\"yes\" is no answer")
                        : List.of();
            }

            @Override
            public boolean answersEveryCase(String file, String text) {
                return everyCase;
            }
        });
    }

    private static String fitting(String... edits) {
        return Shipped.edited("step-fitting.dmn", edits);
    }

    private static List<Finding> diagramArrives(boolean everyCase, String table) {
        return check(everyCase).check(Map.of(STEP, Shipped.text(STEP)), new OneTable("step-fitting", table));
    }

    private static List<Finding> tableArrives(boolean everyCase, String table) {
        return check(everyCase).check(Shipped.with("step-fitting.dmn", table), InForce.NOTHING);
    }

    @Test
    void aTaskMayNotAskATableThatLeavesCasesOut() {
        String left = fitting("<text>-</text>", "<text>null</text>");

        assertThat(diagramArrives(false, left)).singleElement().satisfies(finding -> {
            assertThat(finding.elementId()).isEqualTo("Task_CheckFit");
            assertThat(finding.sentence())
                    .isEqualTo(
                            "It asks “step-fitting”, and a case for which no row holds would be stuck here. In the table: Add a last row with “-” in every input.");
        });
        assertThat(tableArrives(false, left))
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.sentence())
                                .isEqualTo(
                                        "A case for which no row holds would be stuck where the process asks. Add a last row with “-” in every input."));
        assertThat(tableArrives(false, left.replace("hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\"")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).contains("Add rows for what is left"));
    }

    @Test
    void rowsThatLeaveNothingOutTogetherNeedNoLastRow() {
        String left = fitting("<text>-</text>", "<text>null</text>");

        assertThat(diagramArrives(true, left)).isEmpty();
        assertThat(tableArrives(true, left)).isEmpty();
    }

    @Test
    void whatATableSaysFitsTheVariableOfTheTask() {
        String yes = fitting("<text>true</text>", "<text>\"yes\"</text>");

        assertThat(diagramArrives(true, yes))
                .extracting(Finding::sentence)
                .containsExactly("It asks “step-fitting”, but \"yes\" is no answer");
        assertThat(tableArrives(true, yes)).extracting(Finding::sentence).containsExactly("\"yes\" is no answer");
    }

    @Test
    void whatIsToBeANumberIsOne() {
        String table = "handover-readiness.dmn";
        String named = Shipped.edited(table, "hitPolicy=\"COLLECT\" aggregation=\"COUNT\"", "hitPolicy=\"FIRST\"");

        assertThat(check(true).check(Shipped.with(table, named), InForce.NOTHING))
                .extracting(Finding::sentence)
                .anySatisfy(
                        said -> assertThat(said).contains("for obstacles, which is a number, but it answers a text"));

        String untyped = named.replaceAll("(<output [^>]*) typeRef=\"string\"", "$1");
        assertThat(untyped).isNotEqualTo(named);
        assertThat(check(true).check(Shipped.with(table, untyped), InForce.NOTHING))
                .extracting(Finding::sentence)
                .contains("obstacles is to be a number");
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
