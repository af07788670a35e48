package dev.kulanz.journey;

import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.cases.Waiting;
import dev.kulanz.journal.Journal;
import dev.kulanz.journey.CircleBrake.PutOff;
import dev.kulanz.journey.Standings.Standing;
import dev.kulanz.receivables.ItemBalance;
import dev.kulanz.shared.BusinessClock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
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
    private final Waiting waiting;
    private final CircleBrake brake;
    private final Journal journal;
    private final BusinessClock clock;

    FindStep(
            Cases cases,
            Ladders ladders,
            Standings standings,
            Waiting waiting,
            CircleBrake brake,
            Journal journal,
            BusinessClock clock) {
        this.cases = cases;
        this.ladders = ladders;
        this.standings = standings;
        this.waiting = waiting;
        this.brake = brake;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution ladder) {
        DunningCase of = cases.lock(ladder.getProcessBusinessKey());
        Standing standing = standings.of(of, ladders.ofDefinition(ladder.getProcessDefinitionId()));
        String next = standing.resumes() ? RESUMPTION : standing.next().step().id();
        Instant due = standing.resumes() ? clock.instant() : standing.due();
        Optional<PutOff> putOff = due.isAfter(clock.instant()) ? Optional.empty() : brake.putsOff(of, next);
        due = putOff.map(PutOff::until).orElse(due);
        cases.standsAt(of, standing.at());
        waiting.note(of, next, null); // the step that it waited in is left
        ItemBalance oldest = standing.oldest();
        boolean isUnnumbered = oldest.isPart() && oldest.givenInstalment() == null;
        journal.record(Cases.inCase("StepFound", of)
                .with("standsAt", standing.at())
                .with("oldestInvoice", oldest.invoiceId())
                .with("instalment", oldest.givenInstalment())
                .with("dueDate", isUnnumbered ? oldest.dueDate().toString() : null)
                .with("next", next)
                .with("due", due.toString())
                .with("inVain", putOff.map(PutOff::foundBefore).orElse(null)));
        ladder.setVariable(CaseVariable.NEXT_STEP.id(), next);
        ladder.setVariable(
                CaseVariable.STEP_DUE_AT.id(),
                due.truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
