package dev.kulanz.journey;

import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.journal.Journal;
import dev.kulanz.journey.Standings.Standing;
import dev.kulanz.shared.BusinessClock;
import java.time.Duration;
import java.time.Instant;
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

    /** Where nobody could be reached with the friendly words. */
    private static final Duration NEXT_TRY = Duration.ofDays(1);

    /** Told of one thing twice, the ladder looks twice within it. */
    private static final Duration A_MOMENT = Duration.ofMinutes(5);

    private final Cases cases;
    private final Ladders ladders;
    private final Standings standings;
    private final Journal journal;
    private final BusinessClock clock;

    FindStep(Cases cases, Ladders ladders, Standings standings, Journal journal, BusinessClock clock) {
        this.cases = cases;
        this.ladders = ladders;
        this.standings = standings;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution ladder) {
        DunningCase of = cases.lock(ladder.getProcessBusinessKey());
        Standing standing = standings.of(of, ladders.ofDefinition(ladder.getProcessDefinitionId()));
        String next = standing.resumes() ? RESUMPTION : standing.next().step().id();
        Instant due = standing.resumes() ? atOnce(ladder) : standing.due();
        cases.standsAt(of, standing.at());
        journal.record(Cases.inCase("StepFound", of)
                .with("standsAt", standing.at())
                .with("oldestInvoice", standing.oldest())
                .with("next", next)
                .with("due", due.toString()));
        ladder.setVariable(CaseVariable.NEXT_STEP.id(), next);
        ladder.setVariable(
                CaseVariable.STEP_DUE_AT.id(),
                due.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** At once; a day later if that was tried before and nobody could be reached. */
    private Instant atOnce(DelegateExecution ladder) {
        boolean tried = RESUMPTION.equals(ladder.getVariable(CaseVariable.NEXT_STEP.id()))
                && Instant.parse((String) ladder.getVariable(CaseVariable.STEP_DUE_AT.id()))
                        .isBefore(clock.instant().minus(A_MOMENT));
        return clock.instant().plus(tried ? NEXT_TRY : Duration.ZERO);
    }
}
