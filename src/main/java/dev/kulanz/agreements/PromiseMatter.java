package dev.kulanz.agreements;

import dev.kulanz.agreements.Promise.Status;
import dev.kulanz.cases.BlockMatters;
import dev.kulanz.cases.BlockReason;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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
        Map<UUID, Matter> behind = new HashMap<>();
        if (blocks.stream().anyMatch(block -> block.reason() == BlockReason.PROMISE)) {
            open(of).forEach(promise -> {
                Matter matter = matter(of, promise);
                Set<UUID> own = own(promise);
                blocks.stream().map(CaseBlock::id).filter(own::contains).forEach(id -> behind.put(id, matter));
            });
        }
        return behind;
    }

    /** One at the most. */
    private Stream<Promise> open(DunningCase of) {
        return table.ofCase(of.id()).stream().filter(Promise::isOpen);
    }

    private Set<UUID> own(Promise promise) {
        Set<UUID> own = new HashSet<>(table.itemBlocks(promise.id()));
        if (promise.blockId() != null) {
            own.add(promise.blockId());
        }
        return own;
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
        return promise.restsCase()
                ? said(
                        "matter.promise.told",
                        "The debtor promised {0} {1}. On {2} he was told in writing that he is not asked for money until {3}.",
                        promise,
                        day)
                : said(
                        "matter.promise.told.part",
                        "The debtor promised {0} {1}. On {2} he was told in writing that he is not asked for what this pays until {3}.",
                        promise,
                        day);
    }

    private static Said noted(Promise promise) {
        LocalDate day = LocalDate.ofInstant(promise.madeAt(), BusinessClock.ZONE);
        return promise.restsCase()
                ? said(
                        "matter.promise.noted",
                        "The debtor promised {0} {1}, noted on {2}. He is to be told in writing that he is not asked for money until {3}.",
                        promise,
                        day)
                : said(
                        "matter.promise.noted.part",
                        "The debtor promised {0} {1}, noted on {2}. He is to be told in writing that he is not asked for what this pays until {3}.",
                        promise,
                        day);
    }

    private static Said said(String key, String pattern, Promise promise, LocalDate day) {
        return Said.of(
                key,
                pattern,
                new BigDecimal(Amounts.plain(promise.amount(), promise.currency())),
                promise.currency(),
                day,
                promise.promisedOn());
    }

    @Override
    public void end(DunningCase of, CaseBlock block) {
        open(of).filter(promise -> own(promise).contains(block.id()))
                .toList()
                .forEach(promise -> conclusion.conclude(promise, Status.WITHDRAWN));
    }
}
