package dev.kulanz.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What each open item has been told of: its own notices. */
@Component
public class Notices {

    private final JdbcClient jdbc;

    Notices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A step that an item was told of.
     *
     * @param toldAt business time, UTC
     * @param payBy until when the message asked to pay
     */
    public record Notice(
            UUID openItemId,
            int round,
            String step,
            String channel,
            UUID contactId,
            Instant toldAt,
            @Nullable LocalDate payBy) {}

    /** The notices of all items of a case by item, the oldest first. */
    public Map<UUID, List<Notice>> ofCase(UUID caseId) {
        return jdbc.sql("""
                        select open_item_id, round, step, channel, contact_id, told_at, pay_by from notice
                        where case_id = :case order by told_at, step""").param("case", caseId).query(Notice.class).list().stream()
                .collect(Collectors.groupingBy(Notice::openItemId));
    }
}
