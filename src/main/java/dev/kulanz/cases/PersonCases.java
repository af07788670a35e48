package dev.kulanz.cases;

import dev.kulanz.journal.Happening;
import dev.kulanz.journal.Journal;
import dev.kulanz.receivables.PersonBlock;
import dev.kulanz.receivables.PersonBlocks;
import dev.kulanz.shared.BusinessClock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells all cases of a person what holds for him. It is kept once, with the debtor; each of his cases that is not over has it
 * in its story, and whoever waits in one of them hears of it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PersonCases {

    private static final String OF_CASES = Blocks.CASE_BLOCKS + """
            join dunning_case k on k.id = b.case_id
            where b.of_person and b.id = any(:blocks) and (k.status in ('OPEN', 'HANDED_OVER') or k.id = :from)
            order by k.number, b.id""";

    /** A block of a person, as it concerns one of his cases. */
    private record InCase(CaseBlock block, DunningCase of) {}

    private final JdbcClient jdbc;
    private final Cases cases;
    private final PersonBlocks blocks;
    private final FollowUps followUps;
    private final Journal journal;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    PersonCases(
            JdbcClient jdbc,
            Cases cases,
            PersonBlocks blocks,
            FollowUps followUps,
            Journal journal,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.blocks = blocks;
        this.followUps = followUps;
        this.journal = journal;
        this.clock = clock;
        this.events = events;
    }

    /**
     * From now on it holds for the person of this case; the caller holds the case's lock.
     *
     * @return the block's id, which may have been there before
     */
    UUID place(DunningCase from, PersonBlocks.Wanted wanted) {
        lock(List.of(from.debtorId()));
        PersonBlocks.Placed placed = blocks.place(from.debtorId(), wanted);
        if (placed.changed()) {
            tellPlaced(List.of(placed.id()), from.id());
        } else if (wanted.note() != null) {
            journal.record(Cases.inCase("NoteAdded", from).with("text", wanted.note()));
        }
        return placed.id();
    }

    /** It holds no longer, in any of his cases; the caller holds the lock of the one from which it is lifted. */
    void lift(DunningCase from, CaseBlock block) {
        lock(List.of(from.debtorId()));
        List<InCase> held = ofCases(List.of(block.id()), from.id());
        blocks.lift(from.debtorId(), PersonBlock.Reason.valueOf(block.reason().name()));
        tellLifted(held);
    }

    /** An import has placed these blocks, or made them longer; it holds the locks of the debtors. */
    public void placed(Collection<UUID> blockIds) {
        lock(debtorsOf(blockIds));
        List<InCase> told = tellPlaced(blockIds, null);
        tellWithoutCase(blockIds);
        askToLook(told.stream().filter(PersonCases::needsAPerson).toList());
    }

    /** An import has ended these blocks: what it said before is not true. It holds the locks of the debtors. */
    public void ended(Collection<UUID> blockIds) {
        lock(debtorsOf(blockIds));
        List<InCase> held = ofCases(blockIds, null);
        tellLifted(held);
        followUps.noLongerAskToLook(reasonsToLook(held));
    }

    /** Cases that have just been opened begin blocked where something holds for their person; somebody is to look at them. */
    void opened(Collection<UUID> caseIds) {
        List<InCase> held = inCases(jdbc.sql(Blocks.CASE_BLOCKS + """
                        where b.of_person and b.case_id = any(:cases) and holds_on(b.lifted_at, b.until_date, :today)
                        order by b.case_id, b.from_at, b.id""")
                .param("cases", caseIds.toArray(UUID[]::new))
                .param("today", clock.today())
                .query(CaseBlock.class)
                .list());
        journal.recordAll(held.stream()
                .map(one -> placed(Cases.inCase("CaseBeginsBlocked", one.of()), one.block()))
                .toList());
        askToLook(held.stream()
                .filter(one -> one.block().until() == null || needsAPerson(one))
                .toList());
    }

    private List<InCase> tellPlaced(Collection<UUID> blockIds, @Nullable UUID from) {
        List<InCase> told = ofCases(blockIds, from);
        journal.recordAll(told.stream()
                .map(one -> placed(Cases.inCase("BlockPlaced", one.of()), one.block()))
                .toList());
        told.stream()
                .filter(one -> one.of().isOpen())
                .forEach(one -> events.publishEvent(new BlockPlaced(one.of(), one.block())));
        askToLook(told.stream()
                .filter(one -> one.of().status() == DunningCase.Status.HANDED_OVER)
                .toList()); // the agency does not know it yet
        return told;
    }

    private void tellLifted(List<InCase> held) {
        journal.recordAll(held.stream()
                .map(one -> Cases.inCase("BlockLifted", one.of())
                        .with("reason", one.block().reason().name())
                        .with("scope", one.block().scope().name()))
                .toList());
        held.stream()
                .filter(one -> one.of().isOpen())
                .forEach(one -> events.publishEvent(new BlockLifted(one.of(), one.block())));
    }

    /** What a case's story tells of a block that was placed. */
    static Happening placed(Happening happening, CaseBlock block) {
        LocalDate until = block.until();
        return happening
                .with("reason", block.reason().name())
                .with("scope", block.scope().name())
                .with("note", block.note())
                .with("until", until == null ? null : until.toString());
    }

    /** Nobody but the import has seen it yet. */
    private static boolean needsAPerson(InCase one) {
        return one.block().reason() == BlockReason.MINOR || one.block().reason() == BlockReason.UNCLEAR_PAYMENT;
    }

    private void askToLook(List<InCase> held) {
        followUps.askToLook(reasonsToLook(held));
    }

    private static Map<UUID, String> reasonsToLook(List<InCase> held) {
        Map<UUID, String> reasons = held.stream()
                .collect(Collectors.groupingBy(
                        one -> one.of().id(),
                        Collectors.mapping(
                                one -> one.block().reason().name(),
                                Collectors.collectingAndThen(
                                        Collectors.toCollection(TreeSet::new), all -> String.join(", ", all)))));
        reasons.replaceAll((caseId, reason) ->
                "Paused for the person (%1$s): please look / Für die Person gesperrt (%1$s): bitte ansehen"
                        .formatted(reason));
        return reasons;
    }

    private List<InCase> ofCases(Collection<UUID> blockIds, @Nullable UUID from) {
        return inCases(jdbc.sql(OF_CASES)
                .param("blocks", blockIds.toArray(UUID[]::new))
                .param("from", from)
                .query(CaseBlock.class)
                .list());
    }

    private List<InCase> inCases(List<CaseBlock> blocks) {
        if (blocks.isEmpty()) {
            return List.of();
        }
        Map<UUID, DunningCase> of = jdbc
                .sql("select * from dunning_case where id = any(:ids)")
                .param("ids", blocks.stream().map(CaseBlock::caseId).distinct().toArray(UUID[]::new))
                .query(DunningCase.class)
                .list()
                .stream()
                .collect(Collectors.toMap(DunningCase::id, Function.identity()));
        return blocks.stream()
                .map(block -> new InCase(block, Objects.requireNonNull(of.get(block.caseId()))))
                .toList();
    }

    private void tellWithoutCase(Collection<UUID> blockIds) {
        journal.recordAll(jdbc.sql("""
                        select p.reason, p.until_date, p.debtor_id, d.creditor_id
                        from person_block p join debtor d on d.id = p.debtor_id
                        where p.id = any(:blocks) and not exists (
                            select from dunning_case k where k.debtor_id = d.id and k.status in ('OPEN', 'HANDED_OVER'))
                        order by p.id""")
                .param("blocks", blockIds.toArray(UUID[]::new))
                .query((row, index) -> Happening.of("BlockPlaced")
                        .creditor(row.getString("creditor_id"))
                        .debtor(row.getObject("debtor_id", UUID.class))
                        .with("reason", row.getString("reason"))
                        .with("scope", CaseBlock.Scope.PERSON.name())
                        .with("until", row.getString("until_date")))
                .list());
    }

    private List<UUID> debtorsOf(Collection<UUID> blockIds) {
        return jdbc.sql("select distinct debtor_id from person_block where id = any(:blocks)")
                .param("blocks", blockIds.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    /** All accounts and cases of these persons; whoever else wants one of them has to wait for the debtor first. */
    private void lock(Collection<UUID> debtorIds) {
        List<UUID> accounts = jdbc.sql("select id from account where debtor_id = any(:debtors) order by id")
                .param("debtors", debtorIds.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
        cases.lock(accounts);
    }
}
