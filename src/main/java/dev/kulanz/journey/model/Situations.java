package dev.kulanz.journey.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All that can be the case at a gateway, as far as its conditions look: each variable with each value that makes a difference. */
final class Situations {

    /** Enough for any gateway that people can read; more would only take time. */
    private static final int MOST = 2_000;

    private static final String OTHER = "something else";

    private Situations() {}

    /**
     * Variable → value, once for each situation.
     *
     * @param words the words that a variable can be; none: any
     */
    static List<Map<String, String>> of(List<Condition> conditions, Function<String, Set<String>> words) {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        for (Condition condition : conditions) {
            for (Comparison comparison : condition.comparisons()) {
                values.computeIfAbsent(comparison.variable(), name -> new TreeSet<>(words.apply(name)));
                if (words.apply(comparison.variable()).isEmpty()) {
                    add(comparison.value(), values.get(comparison.variable()));
                }
            }
        }
        List<Map<String, String>> all = List.of(Map.of());
        for (Map.Entry<String, Set<String>> variable : values.entrySet()) {
            all = combined(all, variable.getKey(), variable.getValue());
        }
        return all;
    }

    private static void add(String value, @Nullable Set<String> values) {
        if (values == null) {
            return;
        }
        values.add(value);
        if (Comparison.isNumber(value)) {
            BigDecimal number = new BigDecimal(value);
            values.add(number.add(BigDecimal.ONE).toPlainString());
            if (number.signum() > 0) {
                values.add(number.subtract(BigDecimal.ONE).max(BigDecimal.ZERO).toPlainString());
            }
        } else {
            values.add(OTHER);
        }
    }

    private static List<Map<String, String>> combined(
            List<Map<String, String>> all, String variable, Set<String> values) {
        List<Map<String, String>> more = new ArrayList<>();
        for (Map<String, String> one : all) {
            for (String value : values) {
                if (more.size() < MOST) {
                    Map<String, String> with = new HashMap<>(one);
                    with.put(variable, value);
                    more.add(with);
                }
            }
        }
        return more;
    }

    /** In words: {@code attempt is 3 and callAgain is true}. */
    static String words(Map<String, String> situation) {
        return situation.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(value -> value.getKey() + " is " + value.getValue())
                .collect(Collectors.joining(" and "));
    }
}
