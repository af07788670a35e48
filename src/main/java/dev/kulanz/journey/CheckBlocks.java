package dev.kulanz.journey;

import dev.kulanz.cases.Blocks;
import dev.kulanz.cases.CaseItems;
import dev.kulanz.cases.CaseTerms;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.cases.Waiting;
import dev.kulanz.contact.Chooser;
import dev.kulanz.contact.Resumption;
import dev.kulanz.contact.Step;
import dev.kulanz.decisions.DecisionFailed;
import dev.kulanz.receivables.ItemBalance;
import dev.kulanz.receivables.Limits;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * "Check blocks": whether the case may be contacted now. Holds the case's lock until the process waits, so that a block
 * lifted at the same moment is not missed. A case that owes too little waits in the same way, and is asked again each day.
 * Where the case stands elsewhere by now, because friendly words come first after a pause or an earlier notice never reached
 * anybody, the ladder is told and takes the step away.
 */
@Component
@NeedsAndSets(sets = CaseVariable.BLOCKED)
class CheckBlocks implements JavaDelegate {

    private final Cases cases;
    private final Blocks blocks;
    private final CaseItems items;
    private final CaseTerms terms;
    private final Waiting waiting;
    private final Chooser chooser;
    private final Resumption resumption;
    private final Ladders ladders;
    private final Standings standings;
    private final Signals signals;

    CheckBlocks(
            Cases cases,
            Blocks blocks,
            CaseItems items,
            CaseTerms terms,
            Waiting waiting,
            Chooser chooser,
            Resumption resumption,
            Ladders ladders,
            Standings standings,
            Signals signals) {
        this.cases = cases;
        this.blocks = blocks;
        this.items = items;
        this.terms = terms;
        this.waiting = waiting;
        this.chooser = chooser;
        this.resumption = resumption;
        this.ladders = ladders;
        this.standings = standings;
        this.signals = signals;
    }

    @Override
    public void execute(DelegateExecution step) {
        DunningCase of = cases.lock(step.getProcessBusinessKey());
        boolean held = blocks.isBlocked(of) || waits(of, String.valueOf(step.getVariable(CaseVariable.STEP.id())));
        boolean elsewhere = !held && !isFriendly(step) && (friendlyFirst(of) || wouldSkip(of, step));
        step.setVariable(CaseVariable.BLOCKED.id(), held || elsewhere);
    }

    /** Nothing is due yet, or too little: for any demand, or for the only ways that there are in this step. */
    private boolean waits(DunningCase of, String step) {
        List<ItemBalance> due = items.due(of);
        Optional<BigDecimal> needed = due.isEmpty() ? Optional.empty() : needed(of, step, CaseItems.sum(due));
        waiting.note(of, step, needed.orElse(null));
        return due.isEmpty() || needed.isPresent();
    }

    private Optional<BigDecimal> needed(DunningCase of, String step, BigDecimal owed) {
        Limits limits = terms.limits(of);
        if (owed.compareTo(limits.demand()) < 0) {
            return Optional.of(limits.demand());
        }
        return Step.of(step)
                .filter(what -> what != Step.VOICEBOT_CALL) // it is left out
                .filter(what -> hasNoWorthyWay(of, what))
                .map(what -> limits.letterOrCall());
    }

    private boolean hasNoWorthyWay(DunningCase of, Step what) {
        try {
            return chooser.waitsForMore(of, what);
        } catch (DecisionFailed e) { // the step that asks names the table
            return false;
        }
    }

    private boolean friendlyFirst(DunningCase of) {
        boolean pending = resumption.pending(of).isPresent();
        if (pending) {
            signals.write(Message.STANDING_CHANGED, of.number(), Map.of());
        }
        return pending;
    }

    private boolean wouldSkip(DunningCase of, DelegateExecution step) {
        String asked = String.valueOf(step.getVariable(CaseVariable.STEP.id()));
        boolean skips = ladders.of(of)
                .filter(ladder -> standings.wouldSkip(of, ladder, asked))
                .isPresent();
        if (skips) {
            signals.write(Message.LADDER_ASTRAY, of.number(), Map.of());
        }
        return skips;
    }

    private static boolean isFriendly(DelegateExecution step) {
        return Step.FRIENDLY_REMINDER.id().equals(step.getVariable(CaseVariable.STEP.id()));
    }
}
