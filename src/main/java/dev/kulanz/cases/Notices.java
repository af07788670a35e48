package dev.kulanz.cases;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
     * @param round null, as channel and contact, if it was told elsewhere before the item came to us
     * @param toldAt business time, UTC
     * @param payBy until when the message asked to pay
     */
    public record Notice(
            UUID openItemId,
            @Nullable Integer round,
            String step,
            @Nullable String channel,
            @Nullable UUID contactId,
            Instant toldAt,
            @Nullable LocalDate payBy) {

        /** Another system told it and says at which step the item stood there. */
        public boolean isFromElsewhere() {
            return contactId == null;
        }
    }

    /** Every notice of these items by item, the oldest first; in whatever case and round they were told. */
    public Map<UUID, List<Notice>> ofItems(Collection<UUID> itemIds) {
        return jdbc.sql("""
                        select open_item_id, round, step, channel, contact_id, told_at, pay_by from notice
                        where open_item_id = any(:items) order by told_at, id""").param("items", itemIds.toArray(UUID[]::new)).query(Notice.class).list().stream()
                .collect(Collectors.groupingBy(Notice::openItemId));
    }

    /** Whether a case told of a step since a moment, whichever items it named. */
    public boolean areTold(UUID caseId, String step, Instant since) {
        return jdbc.sql(
                        "select exists (select 1 from notice where case_id = :case and step = :step and told_at >= :since)")
                .param("case", caseId)
                .param("step", step)
                .param("since", Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }

    /** The notice that a case told last, of whichever items, but for those of one step. */
    public Optional<Notice> latest(UUID caseId, String exceptStep) {
        return jdbc.sql("""
                        select open_item_id, round, step, channel, contact_id, told_at, pay_by from notice
                        where case_id = :case and step <> :except order by told_at desc, id desc limit 1""")
                .param("case", caseId)
                .param("except", exceptStep)
                .query(Notice.class)
                .optional();
    }

    /** The notices of all items of a case by item, the oldest first. */
    public Map<UUID, List<Notice>> ofCase(UUID caseId) {
        return jdbc.sql("""
                        select n.open_item_id, n.round, n.step, n.channel, n.contact_id, n.told_at, n.pay_by
                        from notice n join case_item ci on ci.open_item_id = n.open_item_id
                        where ci.case_id = :case order by n.told_at, n.id""").param("case", caseId).query(Notice.class).list().stream()
                .collect(Collectors.groupingBy(Notice::openItemId));
    }
}
