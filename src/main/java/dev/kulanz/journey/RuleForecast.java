package dev.kulanz.journey;

import dev.kulanz.cases.LadderStep;
import dev.kulanz.decisions.Decisions;
import dev.kulanz.receivables.Creditor;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the rules in force would say of an account that has no case yet; nothing is journalled. */
@Component
class RuleForecast {

    private final Decisions decisions;
    private final Ladders ladders;

    RuleForecast(Decisions decisions, Ladders ladders) {
        this.decisions = decisions;
        this.ladders = ladders;
    }

    /** The process id of the ladder. */
    String ladder(Map<String, Object> facts) {
        List<Map<String, Object>> rows =
                decisions.evaluate("journey-choice", facts).rows();
        String named = rows.isEmpty() ? "" : String.valueOf(rows.get(0).get("process"));
        return ladders.exists(named) ? named : JourneyChoice.DEFAULT;
    }

    /** Whether the ladder takes this step; notices are never left out. */
    boolean fits(LadderStep step, Map<String, Object> facts) {
        if (step.isNotice() || step == LadderStep.HANDOVER_DECISION) {
            return true;
        }
        List<Map<String, Object>> rows =
                decisions.evaluate("step-fitting", with(step, facts)).rows();
        return !rows.isEmpty() && Boolean.TRUE.equals(rows.get(0).get("fitting"));
    }

    /** The channel with the best rank that the creditor uses; null if nothing is permitted. */
    @Nullable String channel(LadderStep step, Map<String, Object> facts, Creditor creditor) {
        if (step == LadderStep.VOICEBOT_CALL) {
            return "VOICE";
        }
        return decisions.evaluate("contact-choice", with(step, facts)).rows().stream()
                .filter(row -> creditor.uses(String.valueOf(row.get("channel"))))
                .min(Comparator.comparing(row -> new BigDecimal(String.valueOf(row.get("rank")))))
                .map(row -> String.valueOf(row.get("channel")))
                .orElse(null);
    }

    private static Map<String, Object> with(LadderStep step, Map<String, Object> facts) {
        Map<String, Object> all = new HashMap<>(facts);
        all.put("step", step.id());
        return all;
    }
}
