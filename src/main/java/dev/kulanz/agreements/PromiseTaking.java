package dev.kulanz.agreements;

import dev.kulanz.agreements.Promise.Source;
import dev.kulanz.agreements.Promise.Status;
import dev.kulanz.cases.BlockReason;
import dev.kulanz.cases.Blocks;
import dev.kulanz.cases.CaseBlock;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.journal.Actor;
import dev.kulanz.journal.Happening;
import dev.kulanz.journal.Journal;
import dev.kulanz.shared.BusinessCalendar;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.Ids;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes a promise that can be taken: blocks what rests because of it and lets it take the place of the one before. */
@Component
class PromiseTaking {

    private final PromiseTable table;
    private final PromiseDays days;
    private final PromiseConclusion conclusion;
    private final Blocks blocks;
    private final Journal journal;
    private final Actor actor;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    PromiseTaking(
            PromiseTable table,
            PromiseDays days,
            PromiseConclusion conclusion,
            Blocks blocks,
            Journal journal,
            Actor actor,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.table = table;
        this.days = days;
        this.conclusion = conclusion;
        this.blocks = blocks;
        this.journal = journal;
        this.actor = actor;
        this.clock = clock;
        this.events = events;
    }

    /** What somebody promises. */
    record Wanted(BigDecimal amount, LocalDate day, Source source) {}

    /** The caller holds the case's lock and has found nothing against it. */
    Promise take(DunningCase of, Wanted wanted, PromiseReach reach, Optional<Promise> before, Map<String, Object> why) {
        LocalDate judgeOn = days.judgeOn(wanted.day());
        // Placed before the other is lifted: at no moment what rests may be asked for.
        CaseBlock block = reach.rests() == Promise.Rests.CASE
                ? blocks.place(
                        of.number(),
                        new Blocks.Wanted(
                                BlockReason.PROMISE,
                                null,
                                judgeOn,
                                wanted.source().name(),
                                null))
                : null;
        List<UUID> ofItems = reach.items().stream()
                .map(item -> blocks.place(
                                of.number(),
                                new Blocks.Wanted(BlockReason.PROMISE, item, null, judgeOn, Blocks.OF_A_PROMISE, null))
                        .id())
                .toList();
        before.ifPresent(open -> conclusion.conclude(open, Status.REPLACED));
        Promise made = new Promise(
                Ids.next(),
                of.id(),
                of.number(),
                of.round(),
                wanted.amount(),
                of.currency(),
                wanted.day(),
                judgeOn,
                Status.OPEN,
                wanted.source(),
                clock.instant(),
                actor.name(),
                block == null ? null : block.id(),
                reach.rests(),
                null,
                null);
        table.add(made, of.accountId());
        table.keepItemBlocks(made.id(), ofItems);
        record(of, made, why);
        events.publishEvent(new PromiseMade(made, days.remindAt(of, wanted.day()), BusinessCalendar.opening(judgeOn)));
        return made;
    }

    private void record(DunningCase of, Promise made, Map<String, Object> why) {
        Happening happening = Cases.inCase("PromiseMade", of)
                .with("promise", made.id().toString())
                .with("amount", made.amount())
                .with("currency", made.currency())
                .with("date", made.promisedOn().toString())
                .with("source", made.source().name())
                .with("rests", made.restsCase() ? null : made.rests().name());
        for (Map.Entry<String, Object> fact : why.entrySet()) {
            happening = happening.with(fact.getKey(), fact.getValue());
        }
        journal.record(happening);
    }
}
