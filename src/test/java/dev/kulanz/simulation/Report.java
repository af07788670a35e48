package dev.kulanz.simulation;

import dev.kulanz.support.Stories;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Tells what was violated, with the story of the first case of each rule. */
final class Report {

    private static final int STORIES = 2;

    private final Stories house;
    private final Scenario scenario;

    Report(Stories house, Scenario scenario) {
        this.house = house;
        this.scenario = scenario;
    }

    void print(List<Violation> violations) {
        if (violations.isEmpty()) {
            return;
        }
        Map<String, List<Violation>> byRule = violations.stream().collect(Collectors.groupingBy(Violation::rule));
        byRule.forEach((rule, all) -> {
            System.out.println("VIOLATED " + all.size() + " times: " + rule);
            all.stream().limit(10).forEach(one -> System.out.println("  " + one));
            all.stream()
                    .map(Violation::caseNumber)
                    .filter(Objects::nonNull)
                    .distinct()
                    .limit(STORIES)
                    .forEach(this::story);
        });
        System.out.println("Again: " + scenario.command());
    }

    private void story(String caseNumber) {
        System.out.println("  The story of " + caseNumber + ", debtor " + debtor(caseNumber) + ":");
        house.journal()
                .ofCase(caseNumber, 0, 500)
                .forEach(entry ->
                        System.out.println("    " + entry.at() + " " + entry.kind() + " " + brief(entry.facts())));
    }

    private String debtor(String caseNumber) {
        return house.jdbc()
                .sql(
                        "select external_id from debtor d join dunning_case k on k.debtor_id = d.id where k.number = :case")
                .param("case", caseNumber)
                .query(String.class)
                .single();
    }

    private static Map<String, Object> brief(Map<String, Object> facts) {
        return facts.entrySet().stream()
                .filter(fact -> String.valueOf(fact.getValue()).length() < 60)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, java.util.TreeMap::new));
    }
}
