package dev.kulanz.journey;

import dev.kulanz.cases.CaseItems;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.cases.LadderStep;
import dev.kulanz.cases.Notices;
import dev.kulanz.journal.Journal;
import dev.kulanz.journey.Ladder.Rung;
import dev.kulanz.receivables.ItemBalance;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notes which steps a ladder left out. Whatever a diagram draws within a step: one that came to its end, and the oldest
 * item was not told of it, is left out.
 */
@Component
class StepEnds {

    private static final String BY_HAND = "nothing to write to was found";
    private static final String BY_RULE = "it does not fit";

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
     */
    void ended(String caseNumber, String definitionId, String elementId) {
        DunningCase of = cases.lock(caseNumber);
        if (!of.isOpen()) {
            return;
        }
        ladders.ofDefinition(definitionId).rungs().stream()
                .filter(rung -> rung.elementId().equals(elementId))
                .map(Rung::step)
                .filter(step -> step != LadderStep.HANDOVER_DECISION)
                .findFirst()
                .ifPresent(step -> noteUnlessTold(of, step));
    }

    private void noteUnlessTold(DunningCase of, LadderStep step) {
        List<UUID> standing = items.standing(of).stream().map(ItemBalance::id).toList();
        if (standing.isEmpty() || isTold(standing.get(0), step.id())) {
            return;
        }
        boolean byHand = wasTriedByHand(of.number());
        leftOut.note(of, step.id(), byHand, standing);
        if (step.isNotice()) { // of the others their decision or their calls say enough
            journal.record(
                    Cases.inCase("StepLeftOut", of).with("step", step.id()).with("reason", byHand ? BY_HAND : BY_RULE));
        }
    }

    private boolean isTold(UUID item, String step) {
        return notices.ofItems(List.of(item)).getOrDefault(item, List.of()).stream()
                .anyMatch(notice -> notice.step().equals(step));
    }

    /** The last that was done about it was a person's answer, not the answer of a table. */
    private boolean wasTriedByHand(String caseNumber) {
        return jdbc.sql("""
                        select kind = 'TaskCompleted' from journal
                        where case_number = :case
                          and kind in ('StepFound', 'DecisionMade', 'ContactChosen', 'TaskCreated', 'TaskCompleted')
                        order by id desc limit 1""")
                .param("case", caseNumber)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}
