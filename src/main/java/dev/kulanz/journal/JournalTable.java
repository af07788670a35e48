package dev.kulanz.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The journal as a table. */
@Component
class JournalTable implements Journal {

    private static final String INSERT = """
            insert into journal (happened_at, kind, actor, creditor_id, debtor_id, case_number, facts)
            values (?, ?, ?, ?, ?, ?, ?::jsonb)""";

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final Clock clock;
    private final ObjectProvider<Actor> actor;

    JournalTable(JdbcTemplate jdbc, ObjectMapper json, Clock clock, ObjectProvider<Actor> actor) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.actor = actor;
    }

    @Override
    public void recordAll(Collection<Happening> happenings) {
        if (happenings.isEmpty()) {
            return;
        }
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        Actor present = actor.getIfAvailable();
        String who = present == null ? "system" : present.name();
        List<Object[]> rows = new ArrayList<>(happenings.size());
        for (Happening h : happenings) {
            rows.add(new Object[] {now, h.kind(), who, h.creditorId(), h.debtorId(), h.caseNumber(), toJson(h)});
        }
        jdbc.batchUpdate(INSERT, rows);
    }

    private String toJson(Happening happening) {
        try {
            return json.writeValueAsString(happening.facts());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The facts of " + happening.kind() + " can't be kept as JSON", e);
        }
    }
}
