package dev.kulanz.agreements;

import dev.kulanz.decisions.Decisions;
import dev.kulanz.decisions.Verdict;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code rules/promise-limits.dmn} allows in a case; no row: no promise at all.
 *
 * @param most promises of one case, the replaced ones included, those that we ended before their day not
 * @param daysAhead how far ahead the day may lie
 * @param leastShare of what is open, in percent: from it on a promise rests the whole case; 0 also where the table does not say it
 * @param verdict why
 */
record PromiseLimits(int most, int daysAhead, int leastShare, Verdict verdict) {

    static final String DECISION = "promise-limits";

    static PromiseLimits of(String caseNumber, Decisions decisions) {
        Verdict verdict = decisions.decide(DECISION, caseNumber, Map.of());
        Map<String, Object> row =
                verdict.rows().isEmpty() ? Map.of() : verdict.rows().get(0);
        return new PromiseLimits(
                number(row.get("maxPromises")),
                number(row.get("maxDaysAhead")),
                number(row.get("leastShare")),
                verdict);
    }

    private static int number(@Nullable Object value) {
        return value == null ? 0 : new BigDecimal(value.toString()).intValue();
    }
}
