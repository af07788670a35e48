package dev.kulanz.cases;

import dev.kulanz.journal.Actor;
import dev.kulanz.journal.Journal;
import dev.kulanz.receivables.PersonBlock;
import dev.kulanz.receivables.PersonBlocks;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.Ids;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import dev.kulanz.shared.Unseen;
import dev.kulanz.shared.Years;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Blocks (Mahnsperren): while one holds, nobody is asked for money. */
@Component
@Transactional
public class Blocks {

    /** After a longer one the first words are friendly again. */
    static final int LONG_DAYS = 7;

    /** Source of what a promise blocks of single items: about these, and not about others of the same invoice that come later. */
    public static final String OF_A_PROMISE = "PROMISE";

    private static final int LONGEST_NOTE = 2_000;

    /** Blocks as they concern cases: rows of {@link CaseBlock}. */
    static final String CASE_BLOCKS = """
            select b.id, b.case_id, b.open_item_id, b.of_person, b.reason, b.from_at, b.until_date as "until", b.source, b.note,
                   b.placed_by
            from case_block b\s""";

    private static final String HOLDING = CASE_BLOCKS + """
            where b.case_id = any(:cases) and holds_on(b.lifted_at, b.until_date, :today)
            order by b.from_at, b.id""";

    private final JdbcClient jdbc;
    private final Cases cases;
    private final PersonCases persons;
    private final Journal journal;
    private final Actor actor;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    Blocks(
            JdbcClient jdbc,
            Cases cases,
            PersonCases persons,
            Journal journal,
            Actor actor,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.persons = persons;
        this.journal = journal;
        this.actor = actor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * What somebody wants blocked.
     *
     * @param openItemId one item of the case alone, an instalment without the others of its invoice
     * @param invoiceId all instalments of this invoice
     */
    public record Wanted(
            BlockReason reason,
            @Nullable UUID openItemId,
            @Nullable String invoiceId,
            @Nullable LocalDate until,
            String source,
            @Nullable String note) {

        public Wanted(
                BlockReason reason,
                @Nullable String invoiceId,
                @Nullable LocalDate until,
                String source,
                @Nullable String note) {
            this(reason, null, invoiceId, until, source, note);
        }

        /** What it says of the person: unless it is about one invoice, which a block by hand may be. */
        Optional<PersonBlock.Reason> ofPerson() {
            return reason == BlockReason.MANUAL && isOfItems() ? Optional.empty() : reason.ofPerson(until);
        }

        private boolean isOfItems() {
            return invoiceId != null || openItemId != null;
        }
    }

    /** The blocks that hold today: on the case, on single items, or for its person. */
    @Transactional(readOnly = true)
    public List<CaseBlock> active(DunningCase of) {
        return active(List.of(of.id())).getOrDefault(of.id(), List.of());
    }

    /** The blocks that hold today on any of these cases, by case. */
    @Transactional(readOnly = true)
    public Map<UUID, List<CaseBlock>> active(Collection<UUID> caseIds) {
        return jdbc
                .sql(HOLDING)
                .param("cases", caseIds.toArray(UUID[]::new))
                .param("today", clock.today())
                .query(CaseBlock.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(CaseBlock::caseId));
    }

    /**
     * A block of the whole case that is over.
     *
     * @param endedAt when it was lifted or ran out, UTC
     * @param lifted somebody ended it; false: its time ran out, and nothing was decided
     */
    public record Over(UUID id, BlockReason reason, Instant endedAt, boolean lifted) {

        public boolean isDispute() {
            return reason == BlockReason.DISPUTE;
        }
    }

    /**
     * The last block that held the whole case for more than {@value #LONG_DAYS} days and is over. Promises are not told
     * here: whether they were kept matters more than how long they held; nor the rest after a good part payment.
     */
    @Transactional(readOnly = true)
    public Optional<Over> lastLongOne(DunningCase of) {
        return jdbc.sql("""
                        select id, reason, ended_at, coalesce(lifted_at = ended_at, false) as lifted from (
                            select b.id, b.reason, b.lifted_at,
                                   case when b.of_person then greatest(b.from_at, k.opened_at) else b.from_at end as from_at,
                                   least(b.lifted_at, (b.until_date + 1)::timestamp at time zone :zone) as ended_at
                            from case_block b join dunning_case k on k.id = b.case_id
                            where b.case_id = :case and b.open_item_id is null
                            and b.reason not in ('PROMISE', 'PART_PAYMENT')) b
                        where ended_at <= :now and ended_at > from_at + :days * interval '1 day'
                        order by ended_at desc limit 1""")
                .param("zone", BusinessClock.ZONE.getId())
                .param("case", of.id())
                .param("now", Timestamp.from(clock.instant()))
                .param("days", LONG_DAYS)
                .query(Over.class)
                .optional();
    }

    /** The last day on which a block held, lifted or run out; empty if it holds without an end, or there is none. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> lastDay(UUID blockId) {
        return jdbc.sql("""
                        select distinct least(until_date, (lifted_at at time zone :zone)::date) as last_day from case_block where id = :id""")
                .param("zone", BusinessClock.ZONE.getId())
                .param("id", blockId)
                .query((row, index) -> Optional.ofNullable(row.getObject("last_day", LocalDate.class)))
                .optional()
                .flatMap(day -> day);
    }

    /** Whether a block for this reason was placed on the case at or after a moment, lifted or not. */
    @Transactional(readOnly = true)
    public boolean wasPlacedSince(DunningCase of, BlockReason reason, Instant moment) {
        return jdbc.sql("""
                        select exists (select 1 from block
                                       where case_id = :case and reason = :reason and from_at >= :moment)""")
                .param("case", of.id())
                .param("reason", reason.name())
                .param("moment", Timestamp.from(moment))
                .query(Boolean.class)
                .single();
    }

    /** Whether the whole case is blocked today, be it for its person. */
    @Transactional(readOnly = true)
    public boolean isBlocked(DunningCase of) {
        return active(of).stream().anyMatch(CaseBlock::isOfWholeCase);
    }

    /**
     * Places a block; from then on nothing more is demanded. What says something of the person holds for all his cases and
     * can be said in any of them, whatever became of it. One of an invoice holds for all its instalments in the case; the
     * oldest one's is returned.
     *
     * @throws Refusal if the case is over, the day is past, or the invoice is not one of the case
     */
    public CaseBlock place(String caseNumber, Wanted wanted) {
        DunningCase on = cases.lock(caseNumber);
        Optional<PersonBlock.Reason> ofPerson = wanted.ofPerson();
        if (ofPerson.isEmpty() && !on.isOpen()) {
            throw Refusal.conflict(nothingToBlock(on));
        }
        checkDay(wanted.until());
        checkNote(wanted.note());
        if (ofPerson.isPresent()) {
            return held(
                    on,
                    persons.place(
                            on,
                            new PersonBlocks.Wanted(ofPerson.get(), wanted.until(), wanted.source(), wanted.note())));
        }
        List<@Nullable UUID> items = itemsOf(on, wanted);
        List<CaseBlock> placed =
                items.stream().map(item -> held(on, insert(on, item, wanted))).toList();
        placed.forEach(block -> tell(on, block));
        return placed.get(0);
    }

    /** Why nothing of the case can be blocked: what the agency has, or what was given up, is not settled. */
    private static Said nothingToBlock(DunningCase on) {
        return switch (on.status()) {
            case HANDED_OVER ->
                Said.of(
                        "block.handed-over",
                        "The collection agency has case {0}: nothing of it is asked for here.",
                        on.number());
            case WRITTEN_OFF ->
                Said.of("block.written-off", "Case {0} was written off: nothing is asked for any more.", on.number());
            case OPEN, SETTLED ->
                Said.of("block.settled", "Case {0} is settled: there is nothing to block.", on.number());
        };
    }

    private CaseBlock held(DunningCase on, UUID blockId) {
        return active(on).stream()
                .filter(b -> b.id().equals(blockId))
                .findFirst()
                .orElseThrow();
    }

    private void tell(DunningCase on, CaseBlock block) {
        journal.record(PersonCases.placed(Cases.inCase("BlockPlaced", on), block));
        events.publishEvent(new BlockPlaced(on, block));
    }

    private void checkDay(@Nullable LocalDate until) {
        if (until == null) {
            return;
        }
        if (until.isBefore(clock.today())) {
            throw Refusal.unacceptable("until", Said.of("block.past", "A block can't end in the past: {0}.", until));
        }
        if (!Years.holds(until)) {
            throw Refusal.unacceptable("until", Years.WRITTEN);
        }
        if (Years.isFar(until, clock.today())) {
            throw Refusal.unacceptable("until", Years.FAR);
        }
    }

    private static void checkNote(@Nullable String note) {
        if (note != null && note.length() > LONGEST_NOTE) {
            throw Refusal.unacceptable(
                    "note",
                    Said.of(
                            "block.note.long",
                            "The note of a block has up to 2,000 characters; this one has {0}.",
                            note.length()));
        }
        if (note != null && !Legible.isText(note)) {
            throw Refusal.unacceptable(
                    "note", Said.of("note.control", "A note has no control characters: please write it without."));
        }
    }

    private UUID insert(DunningCase on, @Nullable UUID item, Wanted wanted) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into block (id, case_id, open_item_id, reason, from_at, until_date, source, note, placed_by)
                        values (:id, :case, :item, :reason, :now, :until, :source, :note, :by)""")
                .param("id", id)
                .param("case", on.id())
                .param("item", item)
                .param("reason", wanted.reason().name())
                .param("now", Timestamp.from(clock.instant()))
                .param("until", wanted.until())
                .param("source", wanted.source())
                .param("note", wanted.note())
                .param("by", actor.name())
                .update();
        return id;
    }

    /**
     * Ends a block, by whoever keeps what stands behind it; people lift one by {@link Lifting}. One that holds for the person ends in
     * all his cases, with all others of its reason.
     *
     * @throws Refusal if the case has no such block that holds
     */
    public void end(String caseNumber, UUID blockId) {
        DunningCase on = cases.lock(caseNumber);
        CaseBlock block = liftable(on).stream()
                .filter(b -> b.id().equals(blockId))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(Said.of("block.none", "Case {0} has no such block.", caseNumber)));
        lift(on, block);
    }

    /** Those that hold and that a person may lift; the caller holds the case's lock. */
    List<CaseBlock> liftable(DunningCase on) {
        return active(on).stream()
                .filter(block -> block.reason() != BlockReason.TAKE_OVER)
                .toList();
    }

    private void lift(DunningCase on, CaseBlock block) {
        if (block.ofPerson()) {
            persons.lift(on, block);
            return;
        }
        jdbc.sql("update block set lifted_at = :now, lifted_by = :by where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("by", actor.name())
                .param("id", block.id())
                .update();
        journal.record(
                Cases.inCase("BlockLifted", on).with("reason", block.reason().name()));
        events.publishEvent(new BlockLifted(on, block));
    }

    /**
     * Items that come into a case are blocked as other instalments of their invoice are, in this case or in one before, unless
     * somebody ended that in a later case: somebody blocked the invoice. What a file says of one instalment is not said of
     * the others. The caller holds the locks.
     */
    void joined(UUID[] items) {
        jdbc
                .sql("""
                        insert into block (id, case_id, open_item_id, reason, from_at, until_date, source, note, placed_by)
                        select gen_random_uuid(), s.case_id, s.id, s.reason, :now, s.until_date, s.source, s.note, s.placed_by
                        from (
                            select distinct on (i.id, b.reason) i.id, ci.case_id, b.reason, b.until_date, b.source, b.note, b.placed_by
                            from open_item i
                            join case_item ci on ci.open_item_id = i.id
                            join open_item o on o.creditor_id = i.creditor_id and o.invoice_id = i.invoice_id and o.id <> i.id
                            join block b on b.open_item_id = o.id and b.source not in ('IMPORT', 'PROMISE')
                            where i.id = any(:items) and holds_on(b.lifted_at, b.until_date, :today)
                              and (b.case_id = ci.case_id or not exists (
                                  select from dunning_case k join block later on later.case_id = k.id
                                  join open_item p on p.id = later.open_item_id
                                  where k.account_id = i.account_id and k.id <> b.case_id
                                    and p.creditor_id = i.creditor_id and p.invoice_id = i.invoice_id
                                    and later.reason = b.reason and later.lifted_at > b.from_at))
                            order by i.id, b.reason, b.until_date desc nulls first) s
                        returning case_id, id""")
                .param("items", items)
                .param("now", Timestamp.from(clock.instant()))
                .param("today", clock.today())
                .query((row, index) -> Map.entry(row.getObject("case_id", UUID.class), row.getObject("id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())))
                .forEach((of, ids) -> {
                    DunningCase on = jdbc.sql("select * from dunning_case where id = :id")
                            .param("id", of)
                            .query(DunningCase.class)
                            .single();
                    active(on).stream()
                            .filter(block -> ids.contains(block.id()))
                            .forEach(block -> tell(on, block));
                });
    }

    /** One that is null: the whole case. */
    private List<@Nullable UUID> itemsOf(DunningCase on, Wanted wanted) {
        if (wanted.openItemId() != null) {
            return List.of(wanted.openItemId());
        }
        return wanted.invoiceId() == null
                ? Collections.singletonList(null)
                : List.copyOf(itemsOf(on, wanted.invoiceId()));
    }

    /** The item of an invoice, or all its instalments in the case, the oldest first. */
    private List<UUID> itemsOf(DunningCase on, String invoiceId) {
        if (!Legible.isLine(invoiceId)) {
            throw Refusal.unacceptable(
                    "invoiceId", Said.of("invoice.control", "An invoice number has no control characters."));
        }
        List<UUID> items = jdbc.sql("""
                        select i.id from open_item i join case_item ci on ci.open_item_id = i.id
                        where ci.case_id = :case and i.invoice_id = :invoice order by i.due_date, i.instalment""")
                .param("case", on.id())
                .param("invoice", Unseen.foldedId(invoiceId))
                .query(UUID.class)
                .list();
        if (items.isEmpty()) {
            throw Refusal.unacceptable(
                    "invoiceId",
                    Said.of("block.invoice", "Invoice “{0}” does not belong to case {1}.", invoiceId, on.number()));
        }
        return items;
    }
}
