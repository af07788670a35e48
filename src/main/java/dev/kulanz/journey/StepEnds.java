package dev.kulanz.journey;

import dev.kulanz.cases.CaseItems;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.cases.LadderStep;
import dev.kulanz.cases.Notices;
import dev.kulanz.journal.Journal;
import dev.kulanz.journey.Ladder.Rung;
import dev.kulanz.receivables.ItemBalance;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notes which steps a ladder left out. Whatever a diagram draws within a step: one that came to its end, and no message of it
 * went out since it had begun, is left out. What went out before, or which items it named, does not matter: the oldest item
 * may be another one by now, and have been told of this step beside an older one.
 */
@Component
class StepEnds {

    private static final String BY_HAND = "nothing to write to was found";
    private static final String BY_RULE = "it does not fit";
    private static final String UNKNOWN = "nothing was sent";

    private final Cases cases;
    private final CaseItems items;
    private final Notices notices;
    private final Ladders ladders;
    private final LeftOutSteps leftOut;
    private final Journal journal;
    private final JdbcClient jdbc;

    StepEnds(
            Cases cases,
            CaseItems items,
            Notices notices,
            Ladders ladders,
            LeftOutSteps leftOut,
            Journal journal,
            JdbcClient jdbc) {
        this.cases = cases;
        this.items = items;
        this.notices = notices;
        this.ladders = ladders;
        this.leftOut = leftOut;
        this.journal = journal;
        this.jdbc = jdbc;
    }

    /**
     * A call of a case's ladder came to its end by itself.
     *
     * @param definitionId the version of the diagram in which it is called
     * @param elementId the call activity
     * @param begun when the call began
     */
    void ended(String caseNumber, String definitionId, String elementId, Instant begun) {
        DunningCase of = cases.lock(caseNumber);
        if (!of.isOpen()) {
            return;
        }
        ladders.ofDefinition(definitionId).rungs().stream()
                .filter(rung -> rung.elementId().equals(elementId))
                .map(Rung::step)
                .filter(step -> step != LadderStep.HANDOVER_DECISION)
                .findFirst()
                .ifPresent(step -> noteUnlessTold(of, step, begun));
    }

    private void noteUnlessTold(DunningCase of, LadderStep step, Instant begun) {
        List<UUID> standing = items.standing(of).stream().map(ItemBalance::id).toList();
        if (standing.isEmpty() || notices.areTold(of.id(), step.id(), begun)) {
            return;
        }
        String reason = reason(of.number(), step.id(), begun);
        leftOut.note(of, step.id(), reason.equals(BY_HAND), standing);
        if (step.isNotice()) { // of the others their decision or their calls say enough
            journal.record(
                    Cases.inCase("StepLeftOut", of).with("step", step.id()).with("reason", reason));
        }
    }

    /** What a person or a table answered last in this run; a diagram may have asked neither. */
    private String reason(String caseNumber, String step, Instant begun) {
        return jdbc.sql("""
                        select case when kind = 'TaskCompleted' then :byHand else :byRule end from journal
                        where case_number = :case and happened_at >= :begun
                          and (kind = 'TaskCompleted' and facts ->> 'step' = :step and facts ->> 'outcome' = :nothingFound
                               or kind = 'DecisionMade' and facts ->> 'decision' = :fitting
                                  and facts -> 'rows' @> '["fitting=false"]')
                        order by id desc limit 1""")
                .param("byHand", BY_HAND)
                .param("byRule", BY_RULE)
                .param("case", caseNumber)
                .param("begun", Timestamp.from(begun))
                .param("step", step)
                .param("nothingFound", FoundDetails.NOTHING_FOUND)
                .param("fitting", RuleForecast.FITTING)
                .query(String.class)
                .optional()
                .orElse(UNKNOWN);
    }
}
