package dev.kulanz.journey;

import dev.kulanz.cases.DunningCase;
import dev.kulanz.cases.Notices.Notice;
import dev.kulanz.contact.Step;
import dev.kulanz.contact.StepGuard;
import dev.kulanz.receivables.ItemBalance;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Looks at the ladder once more before a demand goes out. */
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

    @Override
    public Map<UUID, Step> ownSteps(DunningCase of, Step step, List<ItemBalance> items, Map<UUID, List<Notice>> past) {
        return ladders.of(of)
                .map(ladder -> standings.ownSteps(of, ladder, step, items, past))
                .orElseGet(Map::of);
    }
}
