package dev.kulanz.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a rule table said: a row for each rule that fired, as the journal keeps it ({@code channel=EMAIL, tone=friendly}).
 */
record RuleAnswers(List<Map<String, String>> rows, List<String> ruleIds) {

    private static final Pattern BETWEEN = Pattern.compile(", (?=[A-Za-z]\\w*=)");

    static RuleAnswers of(Map<String, Object> facts) {
        return new RuleAnswers(
                texts(facts.get("rows")).stream().map(RuleAnswers::row).toList(), texts(facts.get("firedRules")));
    }

    /** What all rows say in one column, each once; null if none does. */
    @Nullable String column(String name, UnaryOperator<String> words) {
        List<String> said = rows.stream()
                .map(row -> row.get(name))
                .filter(Objects::nonNull)
                .distinct()
                .map(words)
                .toList();
        return said.isEmpty() ? null : String.join(", ", said);
    }

    /** {@code true} or {@code false} if that is all that was said; {@code none} if no rule fired; else nothing. */
    String outcome() {
        if (rows.isEmpty()) {
            return "none";
        }
        String only = rows.size() == 1 && rows.get(0).size() == 1
                ? rows.get(0).values().iterator().next()
                : "";
        return only.equals("true") || only.equals("false") ? only : "";
    }

    /** The way to make contact that a row permits, as the journal names it: {@code EMAIL, friendly, standard}. */
    static @Nullable String way(Map<String, String> row) {
        List<String> parts = new ArrayList<>();
        for (String column : List.of("channel", "tone", "style")) {
            if (row.get(column) == null) {
                return null;
            }
            parts.add(row.get(column));
        }
        return String.join(", ", parts);
    }

    private static Map<String, String> row(String text) {
        return BETWEEN.splitAsStream(text)
                .map(part -> part.split("=", 2))
                .filter(part -> part.length == 2)
                .collect(Collectors.toMap(
                        part -> part[0], part -> part[1], (first, again) -> first, LinkedHashMap::new));
    }

    private static List<String> texts(@Nullable Object many) {
        return many instanceof Collection<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
