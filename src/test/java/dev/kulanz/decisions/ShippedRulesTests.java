package dev.kulanz.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.decisions.RuleSource.RuleFile;
import dev.kulanz.support.KulanzTest;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Every shipped table does what the cases beside it say, and every row of it is asked for by one of them. */
@KulanzTest
class ShippedRulesTests {

    @Autowired
    private FactVocabulary vocabulary;

    @Autowired
    private Decisions decisions;

    @Autowired
    private RuleCheck check;

    /** All tables with cases beside them. */
    static Stream<String> rules() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("rules"))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".dmn"))
                    .map(name -> name.substring(0, name.length() - ".dmn".length()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyCaseGetsItsAnswer() throws IOException {
        return rules().flatMap(rule -> cases(rule).cases().stream()
                .map(each -> DynamicTest.dynamicTest(rule + ": " + each.name(), () -> assertThat(
                                answer(decisions.evaluate(file(rule), each.typed(vocabulary))))
                        .isEqualTo(each.expected()))));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleIsFiredByACase(String rule) {
        assertThat(cases(rule).unfired(file(rule), decisions, vocabulary)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleSaysWhy(String rule) {
        assertThat(RuleCases.annotations(file(rule).content()))
                .isNotEmpty()
                .allSatisfy((row, why) -> assertThat(why).as(row).hasSizeGreaterThan(20));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theFileHasNoFindingsAndKieReadsItAsItIs(String rule) {
        assertThat(check.check(rule + ".dmn", file(rule).content())).isEqualTo(new RuleFindings(List.of(), List.of()));
        DMNRuntime runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(ResourceFactory.newReaderResource(
                        new StringReader(file(rule).content()), "UTF-8")))
                .getOrElseThrow(IllegalStateException::new);
        assertThat(runtime.getModels()).singleElement().satisfies(model -> assertThat(model.getMessages())
                .isEmpty());
    }

    private static RuleCases cases(String rule) {
        return RuleCases.read("rules/" + rule + ".cases.csv");
    }

    private static RuleFile file(String rule) {
        return new RuleFile("shipped-" + rule, rule, rule + ".dmn", Rules.read("rules/" + rule + ".dmn"));
    }

    private static String answer(Verdict verdict) {
        return verdict.rows().stream()
                .map(row -> row.values().stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" | "));
    }
}
