package dev.kulanz.agreements;

import dev.kulanz.cases.Blocks;
import dev.kulanz.cases.CaseBlock;
import dev.kulanz.cases.CaseItems;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.receivables.ItemBalance;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks up what a promise is measured by, and what rests because of it. */
@Component
class PromiseRest {

    private final PromiseTable table;
    private final Cases cases;
    private final CaseItems items;
    private final Blocks blocks;

    PromiseRest(PromiseTable table, Cases cases, CaseItems items, Blocks blocks) {
        this.table = table;
        this.cases = cases;
        this.items = items;
        this.blocks = blocks;
    }

    /** What a promise is measured by: the open items of a case that nothing but the promise before it blocks, the oldest first. */
    List<PromiseReach.Asked> askedIn(DunningCase of, @Nullable Promise before) {
        Set<UUID> own = before == null ? Set.of() : Set.copyOf(table.itemBlocks(before.id()));
        Set<UUID> blocked = blocks.active(of).stream()
                .filter(block -> !own.contains(block.id()))
                .map(CaseBlock::openItemId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return items.all(of.id()).stream()
                .filter(ItemBalance::isOpen)
                .filter(item -> !blocked.contains(item.id()))
                .map(item -> new PromiseReach.Asked(item.id(), item.openAmount()))
                .toList();
    }

    /** What rests of an open promise that does not rest the whole case. */
    Optional<Promise.Rest> of(Promise promise) {
        if (!promise.isOpen() || promise.restsCase()) {
            return Optional.empty();
        }
        Set<UUID> own = new HashSet<>(table.itemBlocks(promise.id()));
        DunningCase of = cases.get(promise.caseNumber());
        List<CaseBlock> held = blocks.active(of).stream()
                .filter(block -> block.openItemId() != null)
                .toList();
        Set<UUID> resting = held.stream()
                .filter(block -> own.contains(block.id()))
                .map(CaseBlock::openItemId)
                .collect(Collectors.toSet());
        Set<UUID> blocked = held.stream().map(CaseBlock::openItemId).collect(Collectors.toSet());
        List<ItemBalance> open =
                items.all(of.id()).stream().filter(ItemBalance::isOpen).toList();
        return Optional.of(new Promise.Rest(
                open.stream()
                        .filter(item -> resting.contains(item.id()))
                        .map(ItemBalance::invoiceId)
                        .distinct()
                        .toList(),
                open.stream()
                        .filter(item -> !blocked.contains(item.id()))
                        .map(ItemBalance::openAmount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)));
    }
}
