package dev.kulanz.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.decisions.RuleSource.RuleFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What must hold for the choice of a contact beyond its cases, which {@link ShippedRulesTests} runs. */
class ContactChoiceTests {

    private static final String TABLE = "rules/contact-choice.dmn";
    private static final String CASES = "rules/contact-choice.cases.csv";

    private final RuleCases cases = RuleCases.read(CASES);
    private final RuleFile file = new RuleFile("1", "contact-choice", "contact-choice.dmn", Rules.read(TABLE));
    private final FactVocabulary vocabulary = Rules.vocabulary();
    private final Decisions decisions = Rules.decisions();

    @Test
    void aRuleThatNoCaseFiresIsNoticed() {
        RuleCases onlyConsumers = new RuleCases(cases.cases().stream()
                .filter(each -> !"BUSINESS".equals(each.facts().get("debtorType")))
                .toList());

        assertThat(onlyConsumers.unfired(file, decisions, vocabulary))
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule).contains("_Business"));
    }

    @Test
    void neverOffersTheSameChoiceOrRankTwice() {
        for (RuleCases.Case each : cases.cases()) {
            List<Map<String, Object>> rows = decide(each).rows();

            assertThat(rows).extracting(row -> row.get("rank")).doesNotHaveDuplicates();
            assertThat(rows)
                    .extracting(row -> List.of(row.get("channel"), row.get("tone"), row.get("style")))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void isATableOfManyRules() {
        assertThat(RuleCases.annotations(file.content())).hasSizeGreaterThan(10);
    }

    private Verdict decide(RuleCases.Case each) {
        return decisions.evaluate(file, each.typed(vocabulary));
    }
}
