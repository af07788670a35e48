package dev.kulanz.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.decisions.RuleSource.RuleFile;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HandoverReadinessTests {

    private static final String TABLE = "rules/handover-readiness.dmn";

    private final RuleCases cases = RuleCases.read("rules/handover-readiness.cases.csv");
    private final RuleFile file = new RuleFile("1", "handover-readiness", "handover-readiness.dmn", Rules.read(TABLE));
    private final FactVocabulary vocabulary = new FactVocabulary(List.of(new Names()));
    private final Decisions decisions = Rules.decisions(vocabulary, key -> file);

    /** The names that the table asks for; that the application knows them, its deployment checks. */
    private static final class Names implements FactSource {

        @Override
        public Collection<Fact> facts() {
            return Stream.concat(
                            names(
                                            "unclearPayment unansweredReply disputed vulnerable openAgreement represented insolvent"
                                                    + " deceased returnedMail")
                                    .map(name -> new Fact(name, Fact.Type.BOOLEAN, "", "")),
                            names("openTasks daysSincePartPayment missingNotices unprovedNotices bankDaysSinceDeadline"
                                            + " missingFields")
                                    .map(name -> new Fact(name, Fact.Type.NUMBER, "", "")))
                    .toList();
        }

        private static Stream<String> names(String list) {
            return Arrays.stream(list.split(" "));
        }

        @Override
        public Map<String, Object> lookUp(String caseNumber, Set<String> names) {
            return Map.of();
        }
    }

    @TestFactory
    List<DynamicTest> everyCaseHasItsObstacles() {
        return cases.cases().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.name(), () -> assertThat(obstacles(each)).isEqualTo(each.expected())))
                .toList();
    }

    @Test
    void everyRuleIsFiredByACase() {
        assertThat(cases.unfired(file, decisions, vocabulary)).isEmpty();
    }

    @Test
    void everyRuleSaysWhy() {
        assertThat(RuleCases.annotations(file.content()))
                .hasSize(15)
                .allSatisfy((rule, why) -> assertThat(why).as(rule).hasSizeGreaterThan(20));
    }

    @Test
    void theShippedTableHasNoFindings() {
        assertThat(new RuleCheck(new TableCompiler(vocabulary)).checkTable("handover-readiness.dmn", file.content()))
                .isEmpty();
    }

    @Test
    void refusesToCountRowsWithSeveralOutputs() {
        String two = file.content()
                .replace(
                        "<output id=\"Output_obstacle\"",
                        "<output id=\"Output_more\" name=\"more\" typeRef=\"string\" /><output id=\"Output_obstacle\"")
                .replaceAll(
                        "(<outputEntry id=\"Cell_(\\w+)_obstacle\">)",
                        "<outputEntry id=\"More_$2\"><text>\"x\"</text></outputEntry>$1");

        assertThat(new RuleCheck(new TableCompiler(vocabulary)).checkTable("handover-readiness.dmn", two))
                .singleElement()
                .asString()
                .contains("counts its rows and has several outputs");
    }

    private String obstacles(RuleCases.Case each) {
        return decisions.evaluate(file, each.typed(vocabulary)).rows().stream()
                .map(row -> String.valueOf(row.get("obstacle")))
                .collect(Collectors.joining(" | "));
    }
}
