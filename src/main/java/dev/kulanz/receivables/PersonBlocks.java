package dev.kulanz.receivables;

import dev.kulanz.journal.Actor;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.Ids;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what holds for persons. A person has one block for each reason: who says it again makes it longer at most. Whoever
 * changes something holds the debtor's lock, and tells his cases.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PersonBlocks {

    private static final String HOLDING = """
            select id, debtor_id, reason, from_at, until_date as "until", source, note, placed_by from person_block
            where holds_on(lifted_at, until_date, :today) and debtor_id = any(:debtors) order by from_at, id""";

    private final JdbcClient jdbc;
    private final ObjectProvider<Actor> actor;
    private final BusinessClock clock;

    PersonBlocks(JdbcClient jdbc, ObjectProvider<Actor> actor, BusinessClock clock) {
        this.jdbc = jdbc;
        this.actor = actor;
        this.clock = clock;
    }

    /** What somebody says of a person. */
    public record Wanted(
            PersonBlock.Reason reason,
            @Nullable LocalDate until,
            String source,
            @Nullable String note) {}

    /**
     * What became of it.
     *
     * @param changed false: it held already, at least as long
     */
    public record Placed(UUID id, boolean changed) {}

    /** What holds for a person today, the oldest first. */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public List<PersonBlock> active(UUID debtorId) {
        return active(List.of(debtorId));
    }

    /** What holds for any of these persons today. */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public List<PersonBlock> active(Collection<UUID> debtorIds) {
        return jdbc.sql(HOLDING)
                .param("today", clock.today())
                .param("debtors", debtorIds.toArray(UUID[]::new))
                .query(PersonBlock.class)
                .list();
    }

    /** From now on it holds for the person, until this day at least. */
    public Placed place(UUID debtorId, Wanted wanted) {
        List<PersonBlock> held = active(debtorId).stream()
                .filter(block -> block.reason() == wanted.reason())
                .toList();
        Optional<PersonBlock> covering =
                held.stream().filter(block -> block.covers(wanted.until())).findFirst();
        if (covering.isPresent()) {
            return new Placed(covering.get().id(), false);
        }
        if (held.isEmpty()) {
            return new Placed(insert(debtorId, wanted), true);
        }
        PersonBlock known = held.get(0);
        jdbc.sql("update person_block set until_date = :until, note = coalesce(:note, note) where id = :id")
                .param("until", wanted.until())
                .param("note", wanted.note())
                .param("id", known.id())
                .update();
        return new Placed(known.id(), true);
    }

    private UUID insert(UUID debtorId, Wanted wanted) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into person_block (id, debtor_id, reason, from_at, until_date, source, note, placed_by)
                        values (:id, :debtor, :reason, :now, :until, :source, :note, :by)""")
                .param("id", id)
                .param("debtor", debtorId)
                .param("reason", wanted.reason().name())
                .param("now", now())
                .param("until", wanted.until())
                .param("source", wanted.source())
                .param("note", wanted.note())
                .param("by", by())
                .update();
        return id;
    }

    /** It holds for the person no longer, however often it was said. */
    public void lift(UUID debtorId, PersonBlock.Reason reason) {
        jdbc.sql("""
                        update person_block set lifted_at = :now, lifted_by = :by
                        where debtor_id = :debtor and reason = :reason and holds_on(lifted_at, until_date, :today)""")
                .param("now", now())
                .param("by", by())
                .param("debtor", debtorId)
                .param("reason", reason.name())
                .param("today", clock.today())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private String by() {
        Actor present = actor.getIfAvailable();
        return present == null ? "system" : present.name();
    }
}
