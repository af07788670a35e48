package dev.kulanz.journey;

import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.journal.Journal;
import dev.kulanz.journey.Standings.Standing;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Find step": where on this ladder the case stands, which step comes next, and when it is due. */
@Component
@NeedsAndSets(sets = {CaseVariable.NEXT_STEP, CaseVariable.STEP_DUE_AT})
class FindStep implements JavaDelegate {

    /** Not a step of its own: friendly words that name what ended, before the ladder goes on. */
    static final String RESUMPTION = "resumption";

    private final Cases cases;
    private final Ladders ladders;
    private final Standings standings;
    private final Journal journal;

    FindStep(Cases cases, Ladders ladders, Standings standings, Journal journal) {
        this.cases = cases;
        this.ladders = ladders;
        this.standings = standings;
        this.journal = journal;
    }

    @Override
    public void execute(DelegateExecution ladder) {
        DunningCase of = cases.lock(ladder.getProcessBusinessKey());
        Standing standing = standings.of(of, ladders.ofDefinition(ladder.getProcessDefinitionId()));
        String next = standing.resumes() ? RESUMPTION : standing.next().step().id();
        cases.standsAt(of, standing.at());
        journal.record(Cases.inCase("StepFound", of)
                .with("standsAt", standing.at())
                .with("oldestInvoice", standing.oldest())
                .with("next", next)
                .with("due", standing.due().toString()));
        ladder.setVariable(CaseVariable.NEXT_STEP.id(), next);
        ladder.setVariable(
                CaseVariable.STEP_DUE_AT.id(),
                standing.due().truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
