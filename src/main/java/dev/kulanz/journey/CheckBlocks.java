package dev.kulanz.journey;

import dev.kulanz.cases.Blocks;
import dev.kulanz.cases.CaseItems;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.contact.Resumption;
import dev.kulanz.contact.Step;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * "Check blocks": whether the case may be contacted now. Holds the case's lock until the process waits, so that a block
 * lifted at the same moment is not missed. Where the case stands elsewhere by now, because friendly words come first after
 * a pause or an earlier notice never reached anybody, the ladder is told and takes the step away.
 */
@Component
@NeedsAndSets(sets = CaseVariable.BLOCKED)
class CheckBlocks implements JavaDelegate {

    private final Cases cases;
    private final Blocks blocks;
    private final CaseItems items;
    private final Resumption resumption;
    private final Ladders ladders;
    private final Standings standings;
    private final Signals signals;

    CheckBlocks(
            Cases cases,
            Blocks blocks,
            CaseItems items,
            Resumption resumption,
            Ladders ladders,
            Standings standings,
            Signals signals) {
        this.cases = cases;
        this.blocks = blocks;
        this.items = items;
        this.resumption = resumption;
        this.ladders = ladders;
        this.standings = standings;
        this.signals = signals;
    }

    @Override
    public void execute(DelegateExecution step) {
        DunningCase of = cases.lock(step.getProcessBusinessKey());
        boolean held = blocks.isBlocked(of) || items.demandable(of).isEmpty();
        boolean elsewhere = !held && !isFriendly(step) && (friendlyFirst(of) || wouldSkip(of, step));
        step.setVariable(CaseVariable.BLOCKED.id(), held || elsewhere);
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
