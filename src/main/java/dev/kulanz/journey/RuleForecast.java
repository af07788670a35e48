package dev.kulanz.journey;

import dev.kulanz.cases.LadderStep;
import dev.kulanz.contact.Caller;
import dev.kulanz.contact.Chooser;
import dev.kulanz.contact.Chooser.Forecast;
import dev.kulanz.contact.Step;
import dev.kulanz.decisions.Decisions;
import dev.kulanz.decisions.TableUse;
import dev.kulanz.receivables.Limits;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** What the rules in force would say of an account that has no case yet; nothing is journalled. */
@Component
class RuleForecast {

    /** The table that says whether a step fits. */
    static final String FITTING = "step-fitting";

    private final Decisions decisions;
    private final Ladders ladders;
    private final Chooser chooser;
    private final Caller caller;

    RuleForecast(Decisions decisions, Ladders ladders, Chooser chooser, Caller caller) {
        this.decisions = decisions;
        this.ladders = ladders;
        this.chooser = chooser;
        this.caller = caller;
    }

    /** A step fits or not. */
    @Bean
    static TableUse stepFittingUse() {
        return new TableUse(FITTING, TableUse.Rows.ONE, List.of(TableUse.Answer.yesOrNo("fitting")));
    }

    /**
     * The process id of the ladder.
     *
     * @param known which ladders there are, as far as it was asked before
     */
    String ladder(Map<String, Object> facts, Map<String, Boolean> known) {
        List<Map<String, Object>> rows =
                decisions.evaluate("journey-choice", facts).rows();
        String named = rows.isEmpty() ? "" : String.valueOf(rows.get(0).get("process"));
        return known.computeIfAbsent(named, ladders::exists) ? named : JourneyChoice.DEFAULT;
    }

    /** Whether the ladder takes this step. */
    boolean fits(LadderStep step, Map<String, Object> facts) {
        if (step == LadderStep.HANDOVER_DECISION) {
            return true;
        }
        List<Map<String, Object>> rows =
                decisions.evaluate(FITTING, with(step, facts)).rows();
        return !rows.isEmpty() && Boolean.TRUE.equals(rows.get(0).get("fitting"));
    }

    /** How somebody would be contacted who owes this much. */
    Forecast contact(LadderStep step, Map<String, Object> facts, String creditorId, BigDecimal owed, Limits limits) {
        return chooser.forecast(Step.named(step.id()), facts, creditorId, owed, limits);
    }

    /** Whether somebody would be called who owes this much. */
    boolean calls(String creditorId, BigDecimal owed, Limits limits) {
        return caller.hasTelephone(creditorId) && owed.compareTo(limits.letterOrCall()) >= 0;
    }

    private static Map<String, Object> with(LadderStep step, Map<String, Object> facts) {
        Map<String, Object> all = new HashMap<>(facts);
        all.put("step", step.id());
        return all;
    }
}
