package dev.kulanz.portal;

import dev.kulanz.agreements.Promises;
import dev.kulanz.cases.Blocks;
import dev.kulanz.cases.CaseBlock;
import dev.kulanz.cases.CaseItems;
import dev.kulanz.cases.CaseTerms;
import dev.kulanz.cases.Clearances;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.handover.Handovers;
import dev.kulanz.receivables.ItemBalance;
import dev.kulanz.shared.BusinessClock;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Looks up how a case stands. */
@Component
class Situations {

    private final CaseItems items;
    private final CaseTerms terms;
    private final Blocks blocks;
    private final Promises promises;
    private final Handovers handovers;
    private final Clearances clearances;
    private final BusinessClock clock;

    Situations(
            CaseItems items,
            CaseTerms terms,
            Blocks blocks,
            Promises promises,
            Handovers handovers,
            Clearances clearances,
            BusinessClock clock) {
        this.items = items;
        this.terms = terms;
        this.blocks = blocks;
        this.promises = promises;
        this.handovers = handovers;
        this.clearances = clearances;
        this.clock = clock;
    }

    Situation of(DunningCase of) {
        return new Situation(
                of,
                of.isOpen() ? CaseItems.sum(items.due(of)) : BigDecimal.ZERO,
                terms.limits(of).demand(),
                blocks(of),
                promises.open(of.id())
                        .map(one -> new Situation.Promised(promises.leftOf(one), one.promisedOn()))
                        .orElse(null),
                handovers.ofCase(of).stream().findFirst().orElse(null),
                clearances.of(of),
                handovers.agencyOf(of).orElse(null),
                clock.today());
    }

    /** What holds the whole case, and what holds items of which something is open. */
    private List<CaseBlock> blocks(DunningCase of) {
        Set<UUID> open = items.all(of.id()).stream()
                .filter(ItemBalance::isOpen)
                .map(ItemBalance::id)
                .collect(Collectors.toSet());
        return blocks.active(of).stream()
                .filter(block -> block.isOfWholeCase() || open.contains(block.openItemId()))
                .toList();
    }
}
