package dev.kulanz.agreements;

import dev.kulanz.agreements.Promise.Status;
import dev.kulanz.cases.Blocks;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.journal.Journal;
import dev.kulanz.shared.BusinessClock;
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
        if (blocks.active(of).stream().anyMatch(block -> block.id().equals(concluded.blockId()))) {
            blocks.end(of.number(), concluded.blockId());
        }
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
