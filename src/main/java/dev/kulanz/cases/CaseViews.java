package dev.kulanz.cases;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Makes the API's view of cases: one question for the blocks, one for what waits for more, one for credits and one for the next
 * actions, however many cases.
 */
@Component
class CaseViews {

    private final Blocks blocks;
    private final Waiting waiting;
    private final CaseCredits credits;
    private final NextActions nextActions;

    CaseViews(Blocks blocks, Waiting waiting, CaseCredits credits, NextActions nextActions) {
        this.credits = credits;
        this.waiting = waiting;
        this.blocks = blocks;
        this.nextActions = nextActions;
    }

    List<CaseView> of(List<CaseSummary> cases) {
        var held = blocks.active(cases.stream().map(CaseSummary::id).toList());
        var needed = waiting.of(cases.stream().map(CaseSummary::id).toList());
        var credit = credits.of(cases.stream().map(CaseSummary::id).toList());
        var next = nextActions.of(cases.stream().map(CaseSummary::number).toList());
        return cases.stream()
                .map(one -> new CaseView(
                        one.number(),
                        one.status(),
                        one.round(),
                        one.step(),
                        one.debtorId(),
                        one.creditorId(),
                        one.currency(),
                        one.openAmount(),
                        one.paymentReference(),
                        held.getOrDefault(one.id(), List.of()).stream()
                                .map(CaseView.BlockView::of)
                                .toList(),
                        next.get(one.number()),
                        needed.get(one.id()),
                        credit.getOrDefault(one.id(), BigDecimal.ZERO)))
                .toList();
    }
}
