package dev.kulanz.cases;

import dev.kulanz.receivables.Representative;
import dev.kulanz.receivables.Representatives;
import dev.kulanz.shared.Said;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Behind the block of a debtor who is represented stands who is written to in his place. */
@Component
class RepresentativeMatter implements BlockMatters {

    private final Representatives representatives;

    RepresentativeMatter(Representatives representatives) {
        this.representatives = representatives;
    }

    @Override
    public Map<UUID, Matter> behind(DunningCase of, Collection<CaseBlock> blocks) {
        if (blocks.stream().noneMatch(block -> block.reason() == BlockReason.REPRESENTED)) {
            return Map.of();
        }
        return representatives
                .of(of.debtorId())
                .map(RepresentativeMatter::matter)
                .map(matter -> blocks.stream()
                        .filter(block -> block.reason() == BlockReason.REPRESENTED)
                        .collect(Collectors.toMap(CaseBlock::id, block -> matter)))
                .orElse(Map.of());
    }

    private static Matter matter(Representative who) {
        return new Matter(
                Said.of(
                        "matter.representative",
                        "{0} represents the debtor: messages go there, in all cases of the debtor.",
                        who.name()),
                Said.of(
                        "matter.representative.ends",
                        "Nobody represents the debtor any more, in any of his cases: messages go to him again, and the name is removed."));
    }

    @Override
    public void end(DunningCase of, CaseBlock block) {
        representatives.remove(of.debtorId(), of.number());
    }
}
