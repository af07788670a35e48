package dev.kulanz.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.decisions.RuleSource.RuleFile;
import dev.kulanz.support.KulanzTest;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
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
    void theFileHasNoFindings(String rule) {
        assertThat(check.check(rule + ".dmn", file(rule).content())).isEqualTo(new RuleFindings(List.of(), List.of()));
    }

    /** Rows are told here and not by KIE's runtime, which also reads the file by itself: where that answers, it says the same. */
    @ParameterizedTest
    @MethodSource("rules")
    void kieSaysTheSameOfEachCase(String rule) {
        DMNRuntime runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(ResourceFactory.newReaderResource(
                        new StringReader(file(rule).content()), "UTF-8")))
                .getOrElseThrow(IllegalStateException::new);
        DMNModel model = runtime.getModels().get(0);
        assertThat(model.getMessages()).isEmpty();
        for (RuleCases.Case each : cases(rule).cases()) {
            Verdict verdict = decisions.evaluate(file(rule), each.typed(vocabulary));
            DMNContext context = runtime.newContext();
            model.getInputs()
                    .forEach(input ->
                            context.set(input.getName(), verdict.inputs().get(input.getName())));
            DMNResult result = runtime.evaluateAll(model, context);
            assertThat(result.hasErrors()).as(each.name()).isFalse();
            assertThat(kie(result.getDecisionResults().get(0).getResult()))
                    .as(each.name())
                    .isEqualTo(said(verdict, rule));
        }
    }

    /** KIE gives the bare value of a single output, and a list where several rows may hold. */
    private static List<Object> kie(@Nullable Object result) {
        return result instanceof List<?> rows ? List.copyOf(rows) : result == null ? List.of() : List.of(result);
    }

    private static List<Object> said(Verdict verdict, String rule) {
        if (rule.equals("handover-readiness")) {
            return List.of(new BigDecimal(verdict.rows().size()));
        }
        return verdict.rows().stream()
                .map(row -> row.size() == 1 ? row.values().iterator().next() : row)
                .toList();
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
