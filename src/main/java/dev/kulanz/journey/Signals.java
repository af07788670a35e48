package dev.kulanz.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Facts on their way to process instances: written in the transaction of the fact, delivered after its commit. */
@Component
class Signals {

    private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {};
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    /** Retries are infrastructure: they count real time, also in the demo. */
    private static final Clock REAL_TIME = Clock.systemUTC();

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Signals(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param about the contact that it tells of, if it does */
    record Signal(
            long id,
            Message message,
            String caseNumber,
            @Nullable UUID about,
            Map<String, Object> variables,
            int attempts) {}

    void write(Message message, String caseNumber, Map<String, Object> variables) {
        write(message, caseNumber, null, variables);
    }

    void write(Message message, String caseNumber, @Nullable UUID about, Map<String, Object> variables) {
        Timestamp now = Timestamp.from(REAL_TIME.instant());
        try {
            jdbc.sql("""
                            insert into signal (message, case_number, about, variables, created_at, next_attempt_at)
                            values (:message, :case, :about, :variables::jsonb, :now, :now)""")
                    .param("message", message.name())
                    .param("case", caseNumber)
                    .param("about", about)
                    .param("variables", json.writeValueAsString(variables))
                    .param("now", now)
                    .update();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The variables of " + message + " can't be written", e);
        }
    }

    /** The same to many cases, without variables. */
    void writeAll(Message message, List<String> caseNumbers) {
        jdbc.sql("""
                        insert into signal (message, case_number, created_at, next_attempt_at)
                        select :message, number, :now, :now from unnest(:cases) as number order by number""")
                .param("message", message.name())
                .param("cases", caseNumbers.toArray(String[]::new))
                .param("now", Timestamp.from(REAL_TIME.instant()))
                .update();
    }

    /** Signals that may be delivered now, in the order in which they were written. */
    List<Long> due(int limit) {
        return jdbc.sql("select id from signal where next_attempt_at <= :now order by id limit :limit")
                .param("now", Timestamp.from(REAL_TIME.instant()))
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /** One that failed again and again is left to its retries: it must not hold up the others. */
    boolean isAnyPending() {
        return jdbc.sql("select exists (select 1 from signal where attempts < " + OpenFailures.TRIES + ")")
                .query(Boolean.class)
                .single();
    }

    /** Whether a message to this case is still on its way. */
    boolean isPending(Message message, String caseNumber) {
        return jdbc.sql("select exists (select 1 from signal where message = :message and case_number = :case)")
                .param("message", message.name())
                .param("case", caseNumber)
                .query(Boolean.class)
                .single();
    }

    /** Takes a signal for delivery in the present transaction; empty if somebody else has it. */
    Optional<Signal> take(long id) {
        Optional<Signal> taken = jdbc.sql("""
                        delete from signal where id = (select id from signal where id = :id for update skip locked)
                        returning id, message, case_number, about, variables, attempts""")
                .param("id", id)
                .query((row, index) -> new Signal(
                        row.getLong("id"),
                        Message.valueOf(row.getString("message")),
                        row.getString("case_number"),
                        row.getObject("about", UUID.class),
                        variables(row.getString("variables")),
                        row.getInt("attempts")))
                .optional();
        return taken;
    }

    void tryLater(long id, String error) {
        jdbc.sql("""
                        update signal set attempts = attempts + 1, last_error = :error,
                            next_attempt_at = :now::timestamptz
                                + least(:longest, power(2, least(attempts, 20))) * interval '1 second'
                        where id = :id""")
                .param("error", error)
                .param("now", Timestamp.from(REAL_TIME.instant()))
                .param("longest", LONGEST_PAUSE.toSeconds())
                .param("id", id)
                .update();
    }

    private Map<String, Object> variables(String stored) {
        try {
            return json.readValue(stored, VARIABLES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A signal can't be read", e);
        }
    }
}
