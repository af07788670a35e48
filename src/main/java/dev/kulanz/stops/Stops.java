package dev.kulanz.stops;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.contact.Backlog;
import dev.kulanz.contact.Channel;
import dev.kulanz.contact.Slice;
import dev.kulanz.contact.Step;
import dev.kulanz.journal.Actor;
import dev.kulanz.journal.Happening;
import dev.kulanz.journal.Journal;
import dev.kulanz.receivables.Creditors;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.Ids;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stops sending and lets go again. */
@Component
@Transactional
public class Stops {

    private static final int LONGEST_REASON = 500;

    private final JdbcClient jdbc;
    private final Creditors creditors;
    private final Backlog backlog;
    private final Journal journal;
    private final Actor actor;
    private final BusinessClock clock;

    Stops(JdbcClient jdbc, Creditors creditors, Backlog backlog, Journal journal, Actor actor, BusinessClock clock) {
        this.jdbc = jdbc;
        this.creditors = creditors;
        this.backlog = backlog;
        this.journal = journal;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * What is to be stopped; what is absent is any, and one of the three is named.
     *
     * @param reason up to 500 characters; absent: none is given
     */
    public record Wanted(
            @Nullable String creditorId,
            @Nullable String step,
            @Nullable String channel,
            @Nullable String reason) {}

    private record Row(
            UUID id,
            @Nullable String creditorId,
            @Nullable String step,
            @Nullable String channel,
            String reason,
            Instant placedAt,
            String placedBy,
            @Nullable Instant liftedAt) {

        Slice slice() {
            return new Slice(
                    creditorId,
                    step == null ? null : Step.named(step),
                    channel == null ? null : Channel.valueOf(channel));
        }
    }

    /**
     * Stops what is wanted, from the next look at what is due on. The same again is the stop that holds already.
     *
     * @throws Refusal a creditor, step or channel that is not there, or all creditors by somebody who sees but some
     */
    public Stop place(Wanted wanted, CreditorScope scope) {
        if (Stream.of(wanted.creditorId(), wanted.step(), wanted.channel()).allMatch(Objects::isNull)) {
            throw Refusal.unacceptable(
                    "creditorId",
                    Said.of(
                            "stop.nothing",
                            "Please name a creditor, a step or a channel: nothing stops everything by mistake."));
        }
        Slice slice = new Slice(creditor(wanted.creditorId(), scope), step(wanted.step()), channel(wanted.channel()));
        String reason = reason(wanted.reason());
        UUID id = Ids.next();
        int placed = jdbc.sql("""
                        insert into stop (id, creditor_id, step, channel, reason, placed_at, placed_by)
                        values (:id, :creditor, :step, :channel, :reason, :now, :by)
                        on conflict (creditor_id, step, channel) where lifted_at is null do nothing""")
                .param("id", id)
                .param("creditor", slice.creditorId())
                .param("step", slice.step() == null ? null : slice.step().id())
                .param(
                        "channel",
                        slice.channel() == null ? null : slice.channel().name())
                .param("reason", reason)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", actor.name())
                .update();
        if (placed == 0) {
            return view(inForce(slice));
        }
        Row row = find(id).orElseThrow();
        journal.record(about("SendingStopped", row).with("reason", reason.isEmpty() ? null : reason));
        return view(row);
    }

    /** Those that hold, the latest first: of all creditors, and of those in this scope. */
    @Transactional(readOnly = true)
    public List<Stop> inForce(CreditorScope scope) {
        return jdbc
                .sql("""
                        select * from stop
                        where lifted_at is null and (creditor_id is null or :all or creditor_id = any(:creditors))
                        order by placed_at desc, id desc""")
                .param("all", scope.all())
                .param("creditors", scope.idArray())
                .query(Row.class)
                .list()
                .stream()
                .map(this::view)
                .toList();
    }

    /**
     * Those that hold, of all creditors.
     *
     * @param since when the oldest was placed; null: none holds
     */
    record InForce(long count, @Nullable Instant since) {}

    @Transactional(readOnly = true)
    InForce inForce() {
        return jdbc.sql("select count(*) as count, min(placed_at) as since from stop where lifted_at is null")
                .query(InForce.class)
                .single();
    }

    /** How many of those hold. */
    @Transactional(readOnly = true)
    public long count(CreditorScope scope) {
        return jdbc.sql("""
                        select count(*) from stop
                        where lifted_at is null and (creditor_id is null or :all or creditor_id = any(:creditors))""")
                .param("all", scope.all())
                .param("creditors", scope.idArray())
                .query(Long.class)
                .single();
    }

    /**
     * Lets go: what waited goes out as on normal days. Nothing if it was lifted before.
     *
     * @throws Refusal there is none of this id, or it concerns creditors that are not in this scope
     */
    public Backlog.Release lift(UUID id, CreditorScope scope) {
        Row row = find(id).filter(one -> scope.all() || one.creditorId() == null || scope.allows(one.creditorId()))
                .orElseThrow(() -> Refusal.notFound("There is no stop " + id + "."));
        if (row.creditorId() == null && !scope.all()) {
            throw Refusal.conflict(Said.of(
                    "stop.all", "This stop is for all creditors: only who sees all of them may place or lift it."));
        }
        int lifted = jdbc.sql("update stop set lifted_at = :now, lifted_by = :by where id = :id and lifted_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("by", actor.name())
                .param("id", id)
                .update();
        if (lifted == 0) {
            return new Backlog.Release(0, 0);
        }
        Backlog.Release release = backlog.release(row.slice(), row.placedAt());
        journal.record(
                about("SendingReleased", row).with("waiting", release.waiting()).with("aDay", release.aDay()));
        return release;
    }

    private static Happening about(String kind, Row row) {
        Happening happening = Happening.of(kind)
                .with("stop", row.id().toString())
                .with("step", row.step())
                .with("channel", row.channel());
        return row.creditorId() == null ? happening : happening.creditor(row.creditorId());
    }

    private static String reason(@Nullable String reason) {
        if (reason == null) {
            return "";
        }
        if (Legible.isBlank(reason) || reason.length() > LONGEST_REASON || !Legible.isText(reason)) {
            throw Refusal.unacceptable(
                    "reason",
                    Said.of(
                            "stop.reason",
                            "A reason has 1 to {0} characters, none of them control characters; or leave it out.",
                            LONGEST_REASON));
        }
        return reason.strip();
    }

    private @Nullable String creditor(@Nullable String id, CreditorScope scope) {
        if (id == null) {
            if (!scope.all()) {
                throw Refusal.unacceptable(
                        "creditorId",
                        Said.of(
                                "stop.creditor.which",
                                "You see only some creditors: please say which of them is meant."));
            }
            return null;
        }
        if (!scope.allows(id) || creditors.find(id).isEmpty()) {
            throw Refusal.unacceptable(
                    "creditorId", Said.of("stop.creditor", "There is no creditor {0}.", Legible.quoted(id)));
        }
        return id;
    }

    private static @Nullable Step step(@Nullable String id) {
        if (id == null) {
            return null;
        }
        return Step.of(id)
                .orElseThrow(() -> Refusal.unacceptable(
                        "step",
                        Said.of(
                                "stop.step",
                                "There is no step {0}. Known are {1}.",
                                Legible.quoted(id),
                                String.join(
                                        ", ",
                                        Arrays.stream(Step.values())
                                                .map(Step::id)
                                                .toList()))));
    }

    private static @Nullable Channel channel(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(Channel.values())
                .filter(channel -> channel.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.unacceptable(
                        "channel",
                        Said.of(
                                "stop.channel",
                                "There is no channel {0}. Known are {1}.",
                                Legible.quoted(name),
                                String.join(
                                        ", ",
                                        Arrays.stream(Channel.values())
                                                .map(Channel::name)
                                                .toList()))));
    }

    private Optional<Row> find(UUID id) {
        return jdbc.sql("select * from stop where id = :id")
                .param("id", id)
                .query(Row.class)
                .optional();
    }

    private Row inForce(Slice slice) {
        return jdbc.sql("""
                        select * from stop
                        where lifted_at is null and (creditor_id, step, channel)
                            is not distinct from (cast(:creditor as text), cast(:step as text), cast(:channel as text))""")
                .param("creditor", slice.creditorId())
                .param("step", slice.step() == null ? null : slice.step().id())
                .param(
                        "channel",
                        slice.channel() == null ? null : slice.channel().name())
                .query(Row.class)
                .single();
    }

    private Stop view(Row row) {
        return new Stop(
                row.id(),
                row.creditorId(),
                row.step(),
                row.channel(),
                row.reason(),
                row.placedAt(),
                row.placedBy(),
                backlog.waiting(row.slice()));
    }
}
