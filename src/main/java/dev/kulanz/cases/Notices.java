package dev.kulanz.cases;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What each open item has been told of: its own notices. What was told before the due date that counts now does not count
 * (§ 286 BGB): who asks where an item stands asks for those that count ({@code notice_that_counts}), who shows what was sent
 * for all of them.
 */
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
     * @param counts whether it was told after the due date that counts now
     */
    public record Notice(
            UUID openItemId,
            @Nullable Integer round,
            String step,
            @Nullable String channel,
            @Nullable UUID contactId,
            Instant toldAt,
            @Nullable LocalDate payBy,
            boolean counts) {

        /** Another system told it and says at which step the item stood there. */
        public boolean isFromElsewhere() {
            return contactId == null;
        }
    }

    /** Every notice of these items that counts, by item, the oldest first; in whatever case and round they were told. */
    public Map<UUID, List<Notice>> ofItems(Collection<UUID> itemIds) {
        return jdbc.sql("""
                        select open_item_id, round, step, channel, contact_id, told_at, pay_by, true as counts
                        from notice_that_counts where open_item_id = any(:items) order by told_at, id""").param("items", itemIds.toArray(UUID[]::new)).query(Notice.class).list().stream()
                .collect(Collectors.groupingBy(Notice::openItemId));
    }

    /** Whether anything that counts was told of what is open in a case before a moment. */
    public boolean countedBefore(UUID caseId, Instant moment) {
        return jdbc.sql("""
                        select exists (
                            select 1 from case_item ci
                            join notice_that_counts n on n.open_item_id = ci.open_item_id and n.told_at < :moment
                            join item_balance b on b.id = ci.open_item_id
                            where ci.case_id = :case and b.open_amount > 0)""")
                .param("case", caseId)
                .param("moment", Timestamp.from(moment))
                .query(Boolean.class)
                .single();
    }

    /** The last day that the debtor was given, in what counts, for paying any of these. */
    public Optional<LocalDate> lastPayBy(Collection<UUID> itemIds) {
        return ofItems(itemIds).values().stream()
                .flatMap(List::stream)
                .map(Notice::payBy)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo);
    }

    /**
     * The last day that a debtor was ever given for an item, also before its due date moved: the time that he was promised
     * is kept.
     */
    public Optional<LocalDate> lastDayGiven(UUID itemId) {
        return Optional.ofNullable(jdbc.sql("select max(pay_by) from notice where open_item_id = :item")
                .param("item", itemId)
                .query((row, index) -> row.getObject(1, LocalDate.class))
                .list()
                .get(0));
    }

    /** Whether a case told of a step since a moment, whichever items it named and whether it counts or not. */
    public boolean areTold(UUID caseId, String step, Instant since) {
        return jdbc.sql(
                        "select exists (select 1 from notice where case_id = :case and step = :step and told_at >= :since)")
                .param("case", caseId)
                .param("step", step)
                .param("since", Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }

    /** The notice that a case told last, of whichever items and whether it counts or not, but for those of one step. */
    public Optional<Notice> latest(UUID caseId, String exceptStep) {
        return jdbc.sql("""
                        select open_item_id, round, step, channel, contact_id, told_at, pay_by,
                               exists (select 1 from notice_that_counts c where c.id = n.id) as counts
                        from notice n where case_id = :case and step <> :except order by told_at desc, id desc limit 1""")
                .param("case", caseId)
                .param("except", exceptStep)
                .query(Notice.class)
                .optional();
    }

    /** The notices of all items of a case by item, the oldest first; also those that no longer count. */
    public Map<UUID, List<Notice>> ofCase(UUID caseId) {
        return jdbc.sql("""
                        select n.open_item_id, n.round, n.step, n.channel, n.contact_id, n.told_at, n.pay_by,
                               exists (select 1 from notice_that_counts c where c.id = n.id) as counts
                        from notice n join case_item ci on ci.open_item_id = n.open_item_id
                        where ci.case_id = :case order by n.told_at, n.id""").param("case", caseId).query(Notice.class).list().stream()
                .collect(Collectors.groupingBy(Notice::openItemId));
    }
}
