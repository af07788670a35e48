package dev.kulanz.journey;

import dev.kulanz.cases.Blocks;
import dev.kulanz.cases.CaseItems;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * "Check blocks": whether the case may be contacted now. Holds the case's lock until the process waits, so that a block
 * lifted at the same moment is not missed.
 */
@Component
class CheckBlocks implements JavaDelegate {

    private final Cases cases;
    private final Blocks blocks;
    private final CaseItems items;

    CheckBlocks(Cases cases, Blocks blocks, CaseItems items) {
        this.cases = cases;
        this.blocks = blocks;
        this.items = items;
    }

    @Override
    public void execute(DelegateExecution step) {
        DunningCase of = cases.lock(step.getProcessBusinessKey());
        boolean nothingToSay = items.demandable(of).isEmpty();
        step.setVariable(CaseVariable.BLOCKED.id(), blocks.isBlocked(of) || nothingToSay);
    }
}
