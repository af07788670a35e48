package dev.kulanz.desk;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An entry tells what something is now and what it was before ({@code amount}, {@code oldAmount}): only what changed is told. */
final class Changes {

    private static final Map<String, String> BEFORE = Map.of("amount", "oldAmount", "dueDate", "oldDueDate");

    private Changes() {}

    static Map<String, Object> only(Map<String, Object> facts) {
        Map<String, Object> told = new HashMap<>(facts);
        BEFORE.forEach((now, before) -> {
            if (facts.containsKey(before) && same(facts.get(now), facts.get(before))) {
                told.remove(now);
                told.remove(before);
            }
        });
        if (facts.get("changed") instanceof List<?> changed) {
            List<?> others =
                    changed.stream().filter(name -> !BEFORE.containsKey(name)).toList();
            told.put("changed", others);
            if (others.isEmpty()) {
                told.remove("changed");
            }
        }
        return told;
    }

    private static boolean same(@Nullable Object now, @Nullable Object before) {
        if (now instanceof Number present && before instanceof Number past) {
            return new BigDecimal(present.toString()).compareTo(new BigDecimal(past.toString())) == 0;
        }
        return Objects.equals(now, before);
    }
}
