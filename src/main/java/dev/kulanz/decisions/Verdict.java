package dev.kulanz.decisions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a decision table said, and why.
 *
 * @param decisionKey id of the decision
 * @param ruleFileHash SHA-256 (hex) of the rule file that was in force
 * @param inputs each fact that the table asked for, in its order; null where it is not known
 * @param rows the hits: in rule order for RULE ORDER and COLLECT (also where
 *     the engine is told only their count), at most one for FIRST and UNIQUE; output name →
 *     {@code String}, {@code BigDecimal}, {@code Boolean}, a {@code java.time} value or null
 * @param firedRuleIds the rule of each row
 */
public record Verdict(
        String decisionKey,
        String ruleFileHash,
        Map<String, Object> inputs,
        List<Map<String, Object>> rows,
        List<String> firedRuleIds) {

    public Verdict {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        rows = List.copyOf(rows);
        firedRuleIds = List.copyOf(firedRuleIds);
        if (rows.size() != firedRuleIds.size()) {
            throw new IllegalArgumentException("%d rows of the decision '%s' come from %d rules"
                    .formatted(rows.size(), decisionKey, firedRuleIds.size()));
        }
    }

    /**
     * The verdict as flat details of a {@link dev.kulanz.journal.Happening}: {@code decision}, {@code ruleFileHash},
     * {@code firedRules}, {@code rows}, {@code fact.<name>} for each fact known and {@code unknownFacts}.
     */
    public Map<String, Object> asFacts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("decision", decisionKey);
        facts.put("ruleFileHash", ruleFileHash);
        facts.put("firedRules", firedRuleIds);
        facts.put("rows", rows.stream().map(Verdict::inWords).toList());
        List<String> unknown = new ArrayList<>();
        inputs.forEach((name, value) -> {
            if (value == null) {
                unknown.add(name);
            } else {
                facts.put("fact." + name, flat(value));
            }
        });
        if (!unknown.isEmpty()) {
            facts.put("unknownFacts", unknown);
        }
        return facts;
    }

    private static String inWords(Map<String, Object> row) {
        return row.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static Object flat(Object value) {
        return value instanceof Number || value instanceof Boolean ? value : value.toString();
    }
}
