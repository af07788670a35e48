package dev.kulanz.journey;

import dev.kulanz.cases.DunningCase;
import dev.kulanz.contact.Step;
import dev.kulanz.contact.StepGuard;
import org.springframework.stereotype.Component;

/** Looks at the ladder once more before an escalation goes out. */
@Component
class LadderGuard implements StepGuard {

    private final Ladders ladders;
    private final Standings standings;

    LadderGuard(Ladders ladders, Standings standings) {
        this.ladders = ladders;
        this.standings = standings;
    }

    @Override
    public boolean wouldSkip(DunningCase of, Step step) {
        return ladders.of(of)
                .filter(ladder -> standings.wouldSkip(of, ladder, step.id()))
                .isPresent();
    }
}
