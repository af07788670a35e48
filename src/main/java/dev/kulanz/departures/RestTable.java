package dev.kulanz.departures;

import dev.kulanz.journal.Actor;
import dev.kulanz.journal.Happening;
import dev.kulanz.journal.Journal;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.Ids;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps whether all sending rests. */
@Component
@Transactional
class RestTable {

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Actor actor;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    RestTable(JdbcClient jdbc, Journal journal, Actor actor, ApplicationEventPublisher events, BusinessClock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.actor = actor;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Rest> active() {
        return jdbc.sql("""
                        select id, cause, noticed_at, known_until, placed_by, known_seq, caught_up_seq, marked
                        from sending_rest where released_at is null""").query(Rest.class).optional();
    }

    /** Sending rests from now on; false: it does already. */
    public boolean place(RestCause cause, @Nullable Instant knownUntil, long knownSeq) {
        int placed = jdbc.sql("""
                        insert into sending_rest (id, cause, noticed_at, known_until, placed_by, known_seq)
                        values (:id, :cause, :now, :knownUntil, :by, :seq) on conflict do nothing""")
                .param("id", Ids.next())
                .param("cause", cause.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("knownUntil", knownUntil == null ? null : Timestamp.from(knownUntil))
                .param("by", actor.name())
                .param("seq", knownSeq)
                .update();
        if (placed == 0) {
            return false;
        }
        Rest rest = active().orElseThrow();
        journal.record(Happening.of("SendingRests")
                .with("cause", cause.name())
                .with("knownUntil", knownUntil == null ? null : knownUntil.toString()));
        events.publishEvent(new DatabaseFoundOlder(rest));
        return true;
    }

    /** All that was due when it was noticed has been decided. */
    public void caughtUp(Rest rest, long seq) {
        jdbc.sql("update sending_rest set caught_up_seq = :seq where id = :id and caught_up_seq is null")
                .param("seq", seq)
                .param("id", rest.id())
                .update();
    }

    public void marked(Rest rest) {
        jdbc.sql("update sending_rest set marked = true where id = :id")
                .param("id", rest.id())
                .update();
    }

    /** Sending goes on; false: it did already. */
    public boolean release(Rest rest) {
        int released = jdbc.sql("""
                        update sending_rest set released_at = :now, released_by = :by where id = :id and released_at is null""")
                .param("now", Timestamp.from(clock.instant()))
                .param("by", actor.name())
                .param("id", rest.id())
                .update();
        if (released == 1) {
            journal.record(
                    Happening.of("SendingGoesOn").with("cause", rest.cause().name()));
            events.publishEvent(new SendingReleased(rest));
        }
        return released == 1;
    }
}
