package dev.kulanz.journey;

import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.decisions.Decisions;
import dev.kulanz.decisions.TableUse;
import dev.kulanz.decisions.Verdict;
import dev.kulanz.journal.Happening;
import dev.kulanz.journal.Journal;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Which ladder a case gets: the rule says it ({@code journey-choice}). */
@Component
class JourneyChoice {

    /** The ladder for whom the rule names none. */
    static final String DEFAULT = "dunning-journey";

    private static final String DECISION = "journey-choice";

    private final Decisions decisions;
    private final Ladders ladders;
    private final Journal journal;

    JourneyChoice(Decisions decisions, Ladders ladders, Journal journal) {
        this.decisions = decisions;
        this.ladders = ladders;
        this.journal = journal;
    }

    /** A case has one ladder. Which ladders there are is known where models are checked. */
    @Bean
    static TableUse journeyChoiceUse() {
        return new TableUse(DECISION, TableUse.Rows.ONE, List.of(TableUse.Answer.text("process")));
    }

    /** The process id of the ladder; journalled with the rule that chose it. */
    String ladderOf(DunningCase of) {
        Verdict verdict = decisions.decide(DECISION, of.number(), Map.of());
        String named = verdict.rows().isEmpty()
                ? ""
                : String.valueOf(verdict.rows().get(0).get("process"));
        String ladder = ladders.exists(named) ? named : DEFAULT;
        Happening started = Cases.inCase("JourneyStarted", of).with("journey", ladder);
        for (var fact : verdict.asFacts().entrySet()) {
            started = started.with(fact.getKey(), fact.getValue());
        }
        journal.record(started);
        return ladder;
    }
}
