package dev.kulanz.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What must hold for the readiness beyond its cases, which {@link ShippedRulesTests} runs. */
class HandoverReadinessTests {

    private final String table = Rules.read("rules/handover-readiness.dmn");
    private final FactVocabulary vocabulary = new FactVocabulary(List.of(new Names()));

    /** The names that the table asks for; that the application knows them, its deployment checks. */
    private static final class Names implements FactSource {

        @Override
        public Collection<Fact> facts() {
            return Stream.concat(
                            names(
                                            "unclearPayment unansweredReply disputed vulnerable openAgreement represented insolvent"
                                                    + " deceased minor returnedMail tooLittle")
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

    @Test
    void knowsSeventeenObstacles() {
        assertThat(RuleCases.annotations(table)).hasSize(17);
    }

    @Test
    void refusesToCountRowsWithSeveralOutputs() {
        String two = table.replace(
                        "<output id=\"Output_obstacle\"",
                        "<output id=\"Output_more\" name=\"more\" typeRef=\"string\" /><output id=\"Output_obstacle\"")
                .replaceAll(
                        "(<outputEntry id=\"Cell_(\\w+)_obstacle\">)",
                        "<outputEntry id=\"More_$2\"><text>\"x\"</text></outputEntry>$1");

        assertThat(Rules.check(vocabulary).check("handover-readiness.dmn", two).findings())
                .singleElement()
                .asString()
                .contains("counts its rows and has several outputs");
    }
}
