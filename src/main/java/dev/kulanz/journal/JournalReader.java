package dev.kulanz.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kulanz.shared.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the record: the story of one case, or the feed of everything. */
@Component
public class JournalReader {

    private static final Pattern CURSOR = Pattern.compile("(\\d{1,19})-(\\d{1,18})");
    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};
    private static final String COLUMNS =
            "select id, transaction_id::text as tx, happened_at, kind, actor, creditor_id, case_number, facts from"
                    + " journal ";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    JournalReader(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * What belongs to the story of a case: what is told of it, and what is told of its person.
     *
     * @param kinds what counts as told of the person, wherever it became known
     * @param from the first moment from which on that is told, UTC
     * @param until the last such moment; null: it goes on
     */
    public record CaseStory(
            String caseNumber,
            @Nullable UUID debtorId,
            Set<String> kinds,
            Instant from,
            @Nullable Instant until) {

        public CaseStory {
            kinds = Set.copyOf(kinds);
        }
    }

    private static final String OF_CASE = """
            where (case_number = :case or debtor_id = :debtor and kind = any(:kinds)
                   and happened_at >= :from and (cast(:until as timestamptz) is null or happened_at <= :until))""";

    /** What is told of a case alone, not of its person; the same order. */
    public List<JournalEntry> ofCase(String caseNumber, int offset, int limit) {
        return ofCase(new CaseStory(caseNumber, null, Set.of(), Instant.EPOCH, null), offset, limit);
    }

    /** The story of one case, oldest first; pages of {@code limit}. */
    public List<JournalEntry> ofCase(CaseStory story, int offset, int limit) {
        return bind(jdbc.sql(COLUMNS + OF_CASE + " order by id offset :offset limit :limit"), story)
                .param("offset", offset)
                .param("limit", limit)
                .query(this::entry)
                .list();
    }

    /** How many lines the story of a case has. */
    public long countOfCase(CaseStory story) {
        return bind(jdbc.sql("select count(*) from journal " + OF_CASE), story)
                .query(Long.class)
                .single();
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, CaseStory story) {
        return statement
                .param("case", story.caseNumber())
                .param("debtor", story.debtorId(), Types.OTHER)
                .param("kinds", story.kinds().toArray(String[]::new))
                .param("from", Timestamp.from(story.from()))
                .param("until", story.until() == null ? null : Timestamp.from(story.until()), Types.TIMESTAMP);
    }

    /**
     * What was committed after a place in the feed, in an order in which nothing ever appears behind that place: rows
     * of transactions that are still running, and of all later ones, wait.
     *
     * @param after the cursor of the last entry that the reader has; null: from the beginning
     * @param creditors only entries of these creditors; null: all
     * @throws Refusal if the cursor is not one of ours
     */
    public List<JournalEntry> feed(@Nullable String after, int limit, String @Nullable [] creditors) {
        long[] place = parse(after);
        return jdbc.sql(COLUMNS + """
                        where (transaction_id, id) > (:tx::text::xid8, :id)
                          and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
                          and case_number is not null and (:all or creditor_id = any(:creditors))
                        order by transaction_id, id limit :limit""")
                .param("tx", Long.toString(place[0]))
                .param("id", place[1])
                .param("all", creditors == null)
                .param("creditors", creditors == null ? new String[0] : creditors)
                .param("limit", limit)
                .query(this::entry)
                .list();
    }

    private static long[] parse(@Nullable String after) {
        if (after == null || after.isBlank()) {
            return new long[] {0, 0};
        }
        var match = CURSOR.matcher(after);
        if (!match.matches()) {
            throw Refusal.unacceptable("after", "“after” must be the id of an event from this feed, e.g. 1234-56");
        }
        try {
            return new long[] {Long.parseLong(match.group(1)), Long.parseLong(match.group(2))};
        } catch (NumberFormatException e) {
            throw Refusal.unacceptable("after", "“after” must be the id of an event from this feed, e.g. 1234-56");
        }
    }

    private JournalEntry entry(ResultSet row, int index) throws SQLException {
        return new JournalEntry(
                row.getString("tx") + "-" + row.getLong("id"),
                row.getTimestamp("happened_at").toInstant(),
                row.getString("kind"),
                row.getString("actor"),
                row.getString("creditor_id"),
                row.getString("case_number"),
                facts(row.getString("facts")));
    }

    private Map<String, Object> facts(String stored) {
        try {
            return json.readValue(stored, FACTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A journal entry can't be read", e);
        }
    }
}
