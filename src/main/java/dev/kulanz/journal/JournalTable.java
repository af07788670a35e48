package dev.kulanz.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The journal as a table. */
@Component
class JournalTable implements Journal {

    private static final String INSERT = """
            insert into journal (happened_at, kind, actor, creditor_id, debtor_id, case_number, facts)
            select ?, r.kind, ?, r.creditor_id, r.debtor_id, r.case_number, r.facts::jsonb
            from unnest(?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[])
                with ordinality as r(kind, creditor_id, debtor_id, case_number, facts, place)
            order by r.place""";

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
        jdbc.update(
                INSERT,
                now,
                who,
                column(happenings, Happening::kind),
                column(happenings, Happening::creditorId),
                column(
                        happenings,
                        h -> h.debtorId() == null ? null : h.debtorId().toString()),
                column(happenings, Happening::caseNumber),
                column(happenings, this::toJson));
    }

    private static String[] column(Collection<Happening> happenings, Function<Happening, @Nullable String> part) {
        return happenings.stream().map(part).toArray(String[]::new);
    }

    private String toJson(Happening happening) {
        try {
            return json.writeValueAsString(happening.facts());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The facts of " + happening.kind() + " can't be kept as JSON", e);
        }
    }
}
