package dev.kulanz.decisions;

import java.util.List;
import java.util.regex.Pattern;

/** What the table {@code promise-limits} must offer besides, because the agreements module counts with it. */
final class PromiseLimitsCheck {

    private static final String DECISION = "promise-limits";
    private static final List<String> LIMITS = List.of("maxPromises", "maxDaysAhead");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,4}");

    private PromiseLimitsCheck() {}

    static void check(DecisionTable table, Findings findings) {
        if (!DECISION.equals(table.id())) {
            return;
        }
        List<String> outputs =
                table.outputs().stream().map(DecisionTable.Output::name).toList();
        for (String name : LIMITS) {
            if (!outputs.contains(name)) {
                findings.add(table.place(), "the output '%s' is missing".formatted(name));
            }
        }
        if (table.hitPolicy().yieldsSeveral()) {
            findings.add(table.place(), "use the hit policy FIRST or UNIQUE: a case has one limit");
        }
        for (int row = 0; row < table.rules().size(); row++) {
            List<String> cells = table.rules().get(row).conclusions();
            for (int i = 0; i < Math.min(cells.size(), outputs.size()); i++) {
                if (LIMITS.contains(outputs.get(i))
                        && !WHOLE_NUMBER.matcher(cells.get(i)).matches()) {
                    findings.add(
                            table.place(row, outputs.get(i)),
                            "'%s' is not a limit; write a whole number like 2".formatted(cells.get(i)));
                }
            }
        }
    }
}
