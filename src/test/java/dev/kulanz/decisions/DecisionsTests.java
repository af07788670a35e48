package dev.kulanz.decisions;

import static dev.kulanz.decisions.Rules.CASE;
import static dev.kulanz.decisions.Rules.file;
import static dev.kulanz.decisions.Rules.input;
import static dev.kulanz.decisions.Rules.output;
import static dev.kulanz.decisions.Rules.row;
import static dev.kulanz.decisions.Rules.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kulanz.decisions.RuleSource.RuleFile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionsTests {

    private static final String BY_DAYS = input("daysOverdue", "integer") + output("tone", "string");

    private final Decisions decisions = Rules.decisions();

    private static String byDays(String hitPolicy) {
        return table(
                hitPolicy,
                BY_DAYS,
                row("late", List.of(">= 3"), List.of("\"neutral\"")),
                row("very-late", List.of(">= 30"), List.of("\"firm\"")),
                row("any", List.of(""), List.of("\"friendly\"")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RULE ORDER | 40 | late very-late any | neutral firm friendly
            COLLECT    | 40 | late very-late any | neutral firm friendly
            FIRST      | 40 | late               | neutral
            FIRST      |  1 | any                | friendly
            UNIQUE     |  1 | any                | friendly
            """)
    void eachHitPolicyYieldsItsRowsAndNamesTheirRules(String policy, int days, String rules, String tones) {
        Verdict verdict = decisions.evaluate(file(byDays(policy)), Map.of("daysOverdue", days));

        assertThat(verdict.firedRuleIds()).containsExactly(rules.split(" "));
        assertThat(verdict.rows()).extracting(row -> row.get("tone")).containsExactly((Object[]) tones.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"RULE ORDER", "COLLECT", "FIRST", "UNIQUE"})
    void noHitIsAnEmptyVerdict(String policy) {
        String content = table(policy, BY_DAYS, row("late", List.of(">= 3"), List.of("\"neutral\"")));

        Verdict verdict = decisions.evaluate(file(content), Map.of("daysOverdue", 2));

        assertThat(verdict.rows()).isEmpty();
        assertThat(verdict.firedRuleIds()).isEmpty();
    }

    @Test
    void twoHitsOfAUniqueTableAreRefusedByName() {
        assertThatThrownBy(() -> decisions.evaluate(file(byDays("UNIQUE")), Map.of("daysOverdue", 5)))
                .isInstanceOf(DecisionFailed.class)
                .hasMessageContaining("'reminder'")
                .hasMessageContaining("rule 'late' (row 1), rule 'any' (row 3)")
                .hasMessageContaining("daysOverdue");
    }

    @Test
    void theDefaultHitPolicyIsUnique() {
        String content = byDays("UNIQUE").replace("hitPolicy=\"UNIQUE\"", "");

        assertThatThrownBy(() -> decisions.evaluate(file(content), Map.of("daysOverdue", 5)))
                .isInstanceOf(DecisionFailed.class);
    }

    @Test
    void looksUpOnlyWhatTheTableAsksFor() {
        Rules.KnownFacts facts = new Rules.KnownFacts();
        Decisions asking = Rules.decisions(new FactVocabulary(List.of(facts)), key -> file(byDays("FIRST")));

        Verdict verdict = asking.decide("reminder", CASE, Map.of("step", "friendly-reminder"));

        assertThat(facts.asked).containsExactly("daysOverdue");
        assertThat(verdict.inputs()).containsExactly(Map.entry("daysOverdue", new BigDecimal(3)));
    }

    @Test
    void contextFactsComeFromTheCaller() {
        String content = table(
                "FIRST",
                input("step", "string") + output("pages", "integer"),
                row("friendly", List.of("\"friendly-reminder\""), List.of("1")));
        Decisions asking = Rules.decisions(Rules.vocabulary(), key -> file(content));

        assertThat(asking.decide("reminder", CASE, Map.of("step", "friendly-reminder"))
                        .rows())
                .containsExactly(Map.of("pages", new BigDecimal(1)));
        assertThatThrownBy(() -> asking.decide("reminder", CASE, Map.of("openAmount", 5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("openAmount");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -                | true
            null             | true
            not("BUSINESS")  | true
            "CONSUMER"       | false
            "A", "B"         | false
            """)
    void aFactThatIsNotKnownIsNull(String cell, boolean fires) {
        String content = table(
                "FIRST",
                input("debtorType", "string") + output("x", "string"),
                row("r", List.of(cell), List.of("\"y\"")));

        Verdict verdict = decisions.evaluate(file(content), Map.of());

        assertThat(verdict.firedRuleIds().contains("r")).isEqualTo(fires);
        assertThat(verdict.inputs()).containsEntry("debtorType", null);
        assertThat(verdict.asFacts()).containsEntry("unknownFacts", List.of("debtorType"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            < 5          | false
            >= 5         | false
            0            | false
            [0..9]       | false
            not(> 5)     | true
            null, <= 5   | true
            """)
    void aNumberThatIsNotKnownFulfilsNoComparisonUnlessNegated(String cell, boolean fires) {
        String content = table("FIRST", BY_DAYS, row("r", List.of(cell), List.of("\"y\"")));

        assertThat(decisions.evaluate(file(content), Map.of()).firedRuleIds().contains("r"))
                .isEqualTo(fires);
    }

    /** What can't be said of a case doesn't stop it: such a condition does not hold. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "? > 3",
                "? > 3 and ? < 10",
                "? between 1 and 3",
                "? in [1..3]",
                "? + 1 > 3",
                "openAmount > ?",
                "abs(?) > 1",
                "max(?, 3) > 2",
                "even(?)",
                "floor(?) = 1",
                "100 / ? > 3",
                "? / 0 > 1",
                "modulo(?, 0) = 1",
                "decimal(?, 9000) > 1",
                "mean([]) > ?",
                "sum([?, null]) > 1"
            })
    void aQuestionAboutANumberThatIsNotKnownIsNotFulfilled(String cell) {
        String content = table(
                "FIRST",
                BY_DAYS.replace("<output", input("openAmount", "number") + "<output"),
                row("r", List.of(cell, ""), List.of("\"y\"")),
                row("else", List.of("", ""), List.of("\"z\"")));

        assertThat(decisions.evaluate(file(content), Map.of("openAmount", 5)).firedRuleIds())
                .containsExactly("else");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contains(?, \"x\")",
                "starts with(?, \"x\")",
                "upper case(?) = \"X\"",
                "string length(?) > 0",
                "substring(?, 1) = \"x\"",
                "\"a\" or \"b\"",
                "? = \"a\" and \"b\"",
                "upper case(debtorType)",
                "debtorType"
            })
    void neitherIsOneAboutATextThatIsNotKnown(String cell) {
        String content = table(
                "RULE ORDER",
                input("step", "string") + input("debtorType", "string") + output("x", "string"),
                row("r", List.of(cell, ""), List.of("\"y\"")),
                row("any", List.of("", ""), List.of("\"z\"")));

        assertThat(decisions.evaluate(file(content), Map.of()).firedRuleIds()).containsExactly("any");
    }

    @Test
    void datesAreComparedAsDays() {
        String content = table(
                "FIRST",
                input("customerSince", "date") + output("x", "string"),
                row("old", List.of("< date(\"2020-01-01\")"), List.of("\"regular\"")));

        assertThat(decisions
                        .evaluate(file(content), Map.of("customerSince", LocalDate.of(2019, 12, 31)))
                        .firedRuleIds())
                .containsExactly("old");
    }

    @Test
    void aCellMayNameAnotherInput() {
        String content = table(
                "FIRST",
                input("daysOverdue", "integer") + input("unansweredReminders", "integer") + output("x", "number"),
                row("r", List.of("> unansweredReminders", ""), List.of("daysOverdue * 2")));

        assertThat(decisions
                        .evaluate(file(content), Map.of("daysOverdue", 3, "unansweredReminders", 1))
                        .rows())
                .containsExactly(Map.of("x", new BigDecimal(6)));
    }

    @Test
    void aValueOfTheWrongTypeNamesDecisionAndFact() {
        assertThatThrownBy(() -> decisions.evaluate(file(byDays("FIRST")), Map.of("daysOverdue", "three")))
                .isInstanceOf(DecisionFailed.class)
                .hasMessageContaining("'reminder'")
                .hasMessageContaining("'daysOverdue' is a NUMBER")
                .hasMessageContaining("String");
    }

    @Test
    void anOutputThatTurnsOutToBeOfTheWrongTypeIsRefused() {
        String content = table("FIRST", BY_DAYS, row("r", List.of(""), List.of("daysOverdue + 1")));

        assertThatThrownBy(() -> decisions.evaluate(file(content), Map.of("daysOverdue", 4710)))
                .isInstanceOf(DecisionFailed.class)
                .hasMessageContaining("'reminder'")
                .hasMessageContaining("'tone'")
                .hasMessageNotContaining("4711");
    }

    @Test
    void aConclusionThatAsksAboutWhatIsNotKnownTakesItsElse() {
        String content = table(
                "FIRST",
                input("step", "string") + output("rank", "number"),
                row("r", List.of(""), List.of("if contains(step, \"x\") then 9 else 8")));

        assertThat(decisions.evaluate(file(content), Map.of()).rows())
                .containsExactly(Map.of("rank", new BigDecimal(8)));
    }

    @Test
    void aConclusionThatComesToNothingIsRefusedByName() {
        String content = table(
                "FIRST",
                BY_DAYS.replace("string", "number"),
                row("fine", List.of("> 1"), List.of("2")),
                row("r", List.of(""), List.of("100 / daysOverdue")));

        assertThat(decisions.evaluate(file(content), Map.of("daysOverdue", 5)).firedRuleIds())
                .containsExactly("fine");
        assertThatThrownBy(() -> decisions.evaluate(file(content), Map.of("daysOverdue", 0)))
                .isInstanceOf(DecisionFailed.class)
                .hasMessageContaining("rule 'r' (row 2), column 'tone'");
    }

    @Test
    void aBrokenTableDecidesNothing() {
        String content = table("FIRST", BY_DAYS, row("r", List.of(">= >="), List.of("\"y\"")));

        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> decisions.evaluate(file(content), Map.of("daysOverdue", 1)))
                    .isInstanceOf(DecisionFailed.class)
                    .hasMessageContaining("rule 'r' (row 1), column 'daysOverdue'");
        }
    }

    @Test
    void aFileThatHoldsAnotherDecisionIsRefused() {
        RuleFile file = new RuleFile("1", "other", "other.dmn", byDays("FIRST"));

        assertThatThrownBy(() -> decisions.evaluate(file, Map.of()))
                .hasMessageContaining("holds the decision 'reminder'");
    }

    @Test
    void aNewVersionIsUsedAtOnce() {
        RuleFile[] inForce = new RuleFile[] {file(byDays("FIRST"))};
        Decisions asking = Rules.decisions(Rules.vocabulary(), key -> inForce[0]);
        Verdict before = asking.decide("reminder", CASE, Map.of());
        inForce[0] =
                new RuleFile("2", "reminder", "reminder.dmn", byDays("FIRST").replace("neutral", "plain"));

        Verdict after = asking.decide("reminder", CASE, Map.of());

        assertThat(before.rows()).containsExactly(Map.of("tone", "neutral"));
        assertThat(after.rows()).containsExactly(Map.of("tone", "plain"));
        assertThat(after.ruleFileHash()).isNotEqualTo(before.ruleFileHash()).hasSize(64);
    }

    @Test
    void aVerdictIsFlatInTheJournal() {
        Verdict verdict = decisions.evaluate(file(byDays("COLLECT")), Map.of("daysOverdue", 5));

        assertThat(verdict.asFacts())
                .containsEntry("decision", "reminder")
                .containsEntry("ruleFileHash", verdict.ruleFileHash())
                .containsEntry("firedRules", List.of("late", "any"))
                .containsEntry("rows", List.of("tone=neutral", "tone=friendly"))
                .containsEntry("fact.daysOverdue", new BigDecimal(5));
    }

    @Test
    void theWarmUpDecides() {
        Verdict verdict = new WarmUp(new TableCompiler(Rules.vocabulary())).decide();

        assertThat(verdict.firedRuleIds()).containsExactly("only");
    }

    @Test
    void threadsDoNotMixTheirRules() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Verdict>> questions = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                Map<String, Object> given = new HashMap<>(Map.of("daysOverdue", i % 2 == 0 ? 1 : 40));
                questions.add(() -> decisions.evaluate(file(byDays("COLLECT")), given));
            }
            List<Future<Verdict>> answers = threads.invokeAll(questions);
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get().firedRuleIds()).hasSize(i % 2 == 0 ? 1 : 3);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
