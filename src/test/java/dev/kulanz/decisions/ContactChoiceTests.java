package dev.kulanz.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.decisions.RuleSource.RuleFile;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

class ContactChoiceTests {

    private static final String TABLE = "rules/contact-choice.dmn";
    private static final String CASES = "rules/contact-choice.cases.csv";

    private final RuleCases cases = RuleCases.read(CASES);
    private final RuleFile file = new RuleFile("1", "contact-choice", "contact-choice.dmn", Rules.read(TABLE));
    private final FactVocabulary vocabulary = Rules.vocabulary();
    private final Decisions decisions = Rules.decisions();

    @TestFactory
    List<DynamicTest> everyCaseGetsItsChoices() {
        return cases.cases().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.name(), () -> assertThat(choices(decide(each))).isEqualTo(each.expected())))
                .toList();
    }

    @Test
    void everyRuleIsFiredByACase() {
        assertThat(cases.unfired(file, decisions, vocabulary)).isEmpty();
    }

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
    void theShippedTableHasNoFindings() {
        assertThat(new RuleCheck(new TableCompiler(vocabulary)).checkTable("contact-choice.dmn", file.content()))
                .isEmpty();
    }

    @Test
    void theShippedFileIsInTheFullFormThatKieReadsAsItIs() {
        var resource = ResourceFactory.newReaderResource(new StringReader(file.content()), "UTF-8");
        DMNRuntime runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(resource))
                .getOrElseThrow(IllegalStateException::new);

        assertThat(runtime.getModels()).singleElement().satisfies(model -> assertThat(model.getMessages())
                .isEmpty());
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
    void everyRuleSaysWhy() {
        assertThat(RuleCases.annotations(file.content()))
                .hasSizeGreaterThan(10)
                .allSatisfy((rule, why) -> assertThat(why).as(rule).hasSizeGreaterThan(20));
    }

    private Verdict decide(RuleCases.Case each) {
        return decisions.evaluate(file, each.typed(vocabulary));
    }

    private static String choices(Verdict verdict) {
        return verdict.rows().stream()
                .map(row -> row.values().stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" | "));
    }
}
