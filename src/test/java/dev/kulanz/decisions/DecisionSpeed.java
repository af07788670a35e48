package dev.kulanz.decisions;

import dev.kulanz.decisions.RuleSource.RuleFile;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measures by hand what a decision costs in processor time; no test, as figures of one machine prove nothing. */
final class DecisionSpeed {

    private static final int ROUND = 50_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private DecisionSpeed() {}

    public static void main(String[] arguments) {
        FactVocabulary vocabulary = Rules.vocabulary();
        CompiledTables tables = new CompiledTables(new TableCompiler(vocabulary));
        RuleFile file =
                new RuleFile("1", "contact-choice", "contact-choice.dmn", Rules.read("rules/contact-choice.dmn"));
        time("first compile", 1, () -> tables.of(file));
        RuleFile again = new RuleFile("2", "contact-choice", "contact-choice.dmn", file.content());
        time("second compile", 1, () -> tables.of(again));
        Decisions decisions = new Decisions(vocabulary, tables, key -> file);
        List<Map<String, Object>> cases = RuleCases.read("rules/contact-choice.cases.csv").cases().stream()
                .map(each -> each.typed(vocabulary))
                .toList();
        for (int round = 1; round <= 5; round++) {
            time("evaluations, round " + round, ROUND, () -> {
                for (int i = 0; i < ROUND; i++) {
                    decisions.evaluate(file, cases.get(i % cases.size()));
                }
            });
        }
    }

    private static void time(String what, int times, Runnable work) {
        long before = THREADS.getCurrentThreadCpuTime();
        work.run();
        double micros = (THREADS.getCurrentThreadCpuTime() - before) / 1000.0 / times;
        System.out.printf(Locale.ROOT, "%s: %.1f microseconds each%n", what, micros);
    }
}
