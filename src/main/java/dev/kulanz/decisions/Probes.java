package dev.kulanz.decisions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Some values for the facts that a cell asks, to see what it makes of them. */
final class Probes {

    private static final int MOST = 300;

    private static final Map<Fact.Type, List<Object>> VALUES = Map.of(
            Fact.Type.NUMBER, List.of(BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.valueOf(12)),
            Fact.Type.STRING, List.of("abcdefghijklmnopqrstuvwxyz", "2026-01-31"),
            Fact.Type.BOOLEAN, List.of(true, false),
            Fact.Type.DATE, List.of(LocalDate.of(2026, 1, 31)));

    private final List<Map<String, Object>> probes;

    /** @param facts with their types; of many not all combinations are made */
    Probes(Map<String, Fact.Type> facts) {
        List<Map<String, Object>> all = List.of(Map.of());
        for (Map.Entry<String, Fact.Type> fact : facts.entrySet()) {
            List<Map<String, Object>> more = new ArrayList<>();
            for (Map<String, Object> probe : all) {
                for (Object value : VALUES.getOrDefault(fact.getValue(), List.of())) {
                    Map<String, Object> next = new HashMap<>(probe);
                    next.put(fact.getKey(), value);
                    more.add(next);
                }
            }
            all = more.subList(0, Math.min(more.size(), MOST));
        }
        this.probes = all;
    }

    /** Something that FEEL is asked. */
    interface Question {
        @Nullable Object ask();
    }

    /** The same questions about each probe. */
    interface Questions {
        /** @param errors gets what FEEL has to say while it is asked */
        List<Question> about(Map<String, Object> facts, List<String> errors);
    }

    /** Whether each question has an answer without an error for one probe at least. */
    boolean areAnswered(Questions questions) {
        BitSet answered = new BitSet();
        for (Map<String, Object> probe : probes) {
            List<String> errors = new ArrayList<>();
            List<Question> each = questions.about(probe, errors);
            for (int i = 0; i < each.size(); i++) {
                errors.clear();
                answered.set(i, answered.get(i) || isAnswered(each.get(i), errors));
            }
            if (answered.cardinality() == each.size()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAnswered(Question question, List<String> errors) {
        try {
            question.ask();
            return errors.isEmpty();
        } catch (RuntimeException e) {
            return false;
        }
    }
}
