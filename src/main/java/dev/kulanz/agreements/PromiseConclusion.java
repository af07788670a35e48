package dev.kulanz.agreements;

import dev.kulanz.agreements.Promise.Status;
import dev.kulanz.cases.Blocks;
import dev.kulanz.cases.CaseBlock;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.journal.Journal;
import dev.kulanz.shared.BusinessClock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The end of a promise: its block is lifted and all who follow it are told. The caller holds the case's lock. */
@Component
class PromiseConclusion {

    private final PromiseTable table;
    private final Cases cases;
    private final Blocks blocks;
    private final Journal journal;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    PromiseConclusion(
            PromiseTable table,
            Cases cases,
            Blocks blocks,
            Journal journal,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.table = table;
        this.cases = cases;
        this.blocks = blocks;
        this.journal = journal;
        this.clock = clock;
        this.events = events;
    }

    Promise conclude(Promise open, Status status) {
        table.conclude(open.id(), status, table.paidSince(open), clock.instant());
        Promise concluded = table.find(open.id()).orElseThrow();
        DunningCase of = cases.get(open.caseNumber());
        journal.record(Cases.inCase(kind(status), of)
                .with("promise", concluded.id().toString())
                .with("amount", concluded.amount())
                .with("currency", concluded.currency())
                .with("date", concluded.promisedOn().toString())
                .with("paid", concluded.paid()));
        // It may have run out, or gone along into another case.
        List<@Nullable UUID> own = new ArrayList<>(table.itemBlocks(concluded.id()));
        own.add(concluded.blockId());
        blocks.active(of).stream().map(CaseBlock::id).filter(own::contains).forEach(id -> blocks.end(of.number(), id));
        events.publishEvent(new PromiseConcluded(concluded));
        return concluded;
    }

    private static String kind(Status status) {
        return switch (status) {
            case KEPT -> "PromiseKept";
            case PARTLY_KEPT -> "PromisePartlyKept";
            case BROKEN -> "PromiseBroken";
            case REPLACED -> "PromiseReplaced";
            case LAPSED -> "PromiseLapsed";
            case WITHDRAWN -> "PromiseWithdrawn";
            case OPEN -> throw new IllegalArgumentException("A promise that is open is not concluded");
        };
    }
}
