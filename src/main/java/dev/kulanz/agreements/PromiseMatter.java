package dev.kulanz.agreements;

import dev.kulanz.agreements.Promise.Status;
import dev.kulanz.cases.BlockMatters;
import dev.kulanz.cases.CaseBlock;
import dev.kulanz.cases.Correspondence;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.cases.Matter;
import dev.kulanz.shared.Amounts;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.Said;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Behind the block of a promise stands the promise: who lifts it takes back what the debtor was told in writing. */
@Component
class PromiseMatter implements BlockMatters {

    private final PromiseTable table;
    private final PromiseConclusion conclusion;
    private final Correspondence correspondence;

    PromiseMatter(PromiseTable table, PromiseConclusion conclusion, Correspondence correspondence) {
        this.table = table;
        this.conclusion = conclusion;
        this.correspondence = correspondence;
    }

    @Override
    public Map<UUID, Matter> behind(DunningCase of, Collection<CaseBlock> blocks) {
        return table.ofCase(of.id()).stream()
                .filter(Promise::isOpen)
                .filter(promise -> blocks.stream().anyMatch(block -> block.id().equals(promise.blockId())))
                .collect(Collectors.toMap(Promise::blockId, promise -> matter(of, promise)));
    }

    private Matter matter(DunningCase of, Promise promise) {
        return new Matter(
                correspondence
                        .toldOn(of, promise.occasion())
                        .map(day -> told(promise, day))
                        .orElseGet(() -> noted(promise)),
                Said.of(
                        "matter.promise.ends",
                        "The promise ends and does not count as broken. The first message after it is a friendly one that says so."));
    }

    private static Said told(Promise promise, LocalDate day) {
        return Said.of(
                "matter.promise.told",
                "The debtor promised {0} {1}. On {2} he was told in writing that he is not asked for money until {3}.",
                new BigDecimal(Amounts.plain(promise.amount(), promise.currency())),
                promise.currency(),
                day,
                promise.promisedOn());
    }

    private static Said noted(Promise promise) {
        return Said.of(
                "matter.promise.noted",
                "The debtor promised {0} {1}, noted on {2}. He is to be told in writing that he is not asked for money until {3}.",
                new BigDecimal(Amounts.plain(promise.amount(), promise.currency())),
                promise.currency(),
                LocalDate.ofInstant(promise.madeAt(), BusinessClock.ZONE),
                promise.promisedOn());
    }

    @Override
    public void end(DunningCase of, CaseBlock block) {
        table.ofCase(of.id()).stream()
                .filter(promise -> promise.isOpen() && promise.blockId().equals(block.id()))
                .forEach(promise -> conclusion.conclude(promise, Status.WITHDRAWN));
    }
}
