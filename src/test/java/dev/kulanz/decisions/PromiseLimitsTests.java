package dev.kulanz.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.decisions.RuleSource.RuleFile;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

class PromiseLimitsTests {

    private final RuleCases cases = RuleCases.read("rules/promise-limits.cases.csv");
    private final RuleFile file =
            new RuleFile("1", "promise-limits", "promise-limits.dmn", Rules.read("rules/promise-limits.dmn"));
    private final FactVocabulary vocabulary = Rules.vocabulary();
    private final Decisions decisions = Rules.decisions();

    @TestFactory
    List<DynamicTest> everyCaseGetsItsLimits() {
        return cases.cases().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.name(), () -> assertThat(limits(each)).isEqualTo(each.expected())))
                .toList();
    }

    @Test
    void everyRuleIsFiredByACaseAndSaysWhy() {
        assertThat(cases.cases()).isNotEmpty();
        assertThat(cases.unfired(file, decisions, vocabulary)).isEmpty();
        assertThat(RuleCases.annotations(file.content()))
                .isNotEmpty()
                .allSatisfy((rule, why) -> assertThat(why).as(rule).hasSizeGreaterThan(20));
    }

    @Test
    void theShippedTableHasNoFindings() {
        assertThat(new RuleCheck(new TableCompiler(vocabulary)).checkTable("promise-limits.dmn", file.content()))
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

    private String limits(RuleCases.Case each) {
        return decisions.evaluate(file, each.typed(vocabulary)).rows().stream()
                .map(row -> row.get("maxPromises") + " " + row.get("maxDaysAhead"))
                .collect(Collectors.joining(" | "));
    }
}
