package dev.kulanz.watch;

import dev.kulanz.shared.Ids;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the alarms, so that all nodes together tell of each once, also after a crash. */
@Component
class AlarmTable {

    /** So many subjects of one sign: whatever goes wrong in thousands of places is told of by these. */
    static final int MOST_SUBJECTS = 50;

    private static final Duration KEPT = Duration.ofDays(30);

    /** A node that is not heard of for so long is not there any more, and neither is what was wrong with it. */
    private static final Duration SILENCE = Duration.ofMinutes(30);

    private final JdbcClient jdbc;

    AlarmTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether this node is the one that looks at what all see; false: another did a moment ago. */
    @Transactional
    boolean beginRound(Instant now, Duration pause) {
        return jdbc.sql("update alarm_round set looked_at = :now where looked_at <= :before or looked_at > :now")
                        .param("now", Timestamp.from(now))
                        .param("before", Timestamp.from(now.minus(pause)))
                        .update()
                > 0;
    }

    /**
     * Brings the alarms of one sign on one node into line with what is wrong there.
     *
     * @param node empty: all nodes
     * @return those that were raised or ended by it
     */
    @Transactional
    List<Alarm> merge(Sign sign, String node, List<Reading.Trouble> troubles, Instant now) {
        Map<String, Reading.Trouble> wrong = troubles.stream()
                .limit(MOST_SUBJECTS)
                .collect(Collectors.toMap(
                        Reading.Trouble::subject, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        List<Alarm> changed = new ArrayList<>();
        for (Alarm known : open(sign, node)) {
            Reading.Trouble trouble = wrong.remove(known.subject());
            Optional<Alarm> next = trouble == null
                    ? known.missed(now, sign.calm())
                    : Optional.of(known.seen(trouble.facts(), now, sign.patience()));
            next.ifPresentOrElse(
                    one -> {
                        update(one, now);
                        if (one.isStanding() != known.isStanding()) {
                            changed.add(one);
                        }
                    },
                    () -> delete(known));
        }
        for (Reading.Trouble trouble : wrong.values()) {
            Alarm begun = Alarm.begun(Ids.next(), sign.id(), node, trouble, now, sign.patience());
            if (insert(begun, now) && begun.isStanding()) {
                changed.add(begun);
            }
        }
        return changed;
    }

    private List<Alarm> open(Sign sign, String node) {
        return jdbc.sql(
                        "select * from alarm where sign = :sign and node = :node and over_at is null order by id for update")
                .param("sign", sign.id())
                .param("node", node)
                .query(AlarmTable::alarm)
                .list();
    }

    /** Not if another node was faster. */
    private boolean insert(Alarm one, Instant now) {
        return bind(jdbc.sql("""
                        insert into alarm (id, sign, node, subject, facts, since, gone_since, raised_at, over_at, looked_at)
                        values (:id, :sign, :node, :subject, :facts, :since, :gone, :raised, :over, :now)
                        on conflict (sign, node, subject) where over_at is null do nothing"""), one)
                        .param("sign", one.sign())
                        .param("node", one.node())
                        .param("subject", one.subject())
                        .param("since", Timestamp.from(one.since()))
                        .param("now", Timestamp.from(now))
                        .update()
                > 0;
    }

    private void update(Alarm one, Instant now) {
        bind(jdbc.sql("""
                        update alarm set facts = :facts, gone_since = :gone, raised_at = :raised, over_at = :over, looked_at = :now
                        where id = :id"""), one).param("now", Timestamp.from(now)).update();
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Alarm one) {
        return statement
                .param("id", one.id())
                .param("facts", one.facts().toArray(String[]::new))
                .param("gone", timestamp(one.goneSince()))
                .param("raised", timestamp(one.raisedAt()))
                .param("over", timestamp(one.overAt()));
    }

    private void delete(Alarm one) {
        jdbc.sql("delete from alarm where id = :id").param("id", one.id()).update();
    }

    /** Nodes that have gone take their troubles with them; what is long over is forgotten. */
    @Transactional
    void tidy(String node, Instant now) {
        jdbc.sql("""
                        update alarm set over_at = :now, gone_since = coalesce(gone_since, looked_at)
                        where over_at is null and node not in ('', :node) and looked_at < :silent""")
                .param("now", Timestamp.from(now))
                .param("node", node)
                .param("silent", Timestamp.from(now.minus(SILENCE)))
                .update();
        jdbc.sql("delete from alarm where over_at < :longAgo or over_at is not null and raised_at is null")
                .param("longAgo", Timestamp.from(now.minus(KEPT)))
                .update();
    }

    /** Those of which people are told at this moment, the oldest first, at most 200. */
    @Transactional(readOnly = true)
    List<Alarm> standing() {
        return jdbc.sql(
                        "select * from alarm where raised_at is not null and over_at is null order by raised_at, id limit 200")
                .query(AlarmTable::alarm)
                .list();
    }

    /** Those that ended, the latest first. */
    @Transactional(readOnly = true)
    List<Alarm> ended(int limit) {
        return jdbc.sql(
                        "select * from alarm where raised_at is not null and over_at is not null order by over_at desc, id limit :limit")
                .param("limit", limit)
                .query(AlarmTable::alarm)
                .list();
    }

    /**
     * An alarm, and what one way has told of it.
     *
     * @param toldAt when it was last told; null: never
     */
    record Known(Alarm alarm, @Nullable Instant toldAt) {}

    /** What a way may have to tell: all that stands, and what ended since it was last told or, untold, since the way began. */
    @Transactional(readOnly = true)
    List<Known> known(String way) {
        return jdbc.sql("""
                        select a.*, t.told_at from alarm a
                        left join alarm_told t on t.alarm_id = a.id and t.way = :way
                        where a.raised_at is not null
                          and (a.over_at is null
                            or t.told_at is not null and not t.told_over
                            or t.told_at is null and a.over_at > (select w.since from alarm_way w where w.way = :way))
                        order by a.raised_at, a.id limit 500""")
                .param("way", way)
                .query((row, i) -> new Known(alarm(row, i), instant(row, "told_at")))
                .list();
    }

    /** These were told by this way. */
    @Transactional
    void told(String way, List<Alarm> alarms, Instant now) {
        for (Alarm one : alarms) {
            jdbc.sql("""
                            insert into alarm_told (alarm_id, way, told_at, told_over)
                            select a.id, :way, :now, :over from alarm a where a.id = :id
                            on conflict (alarm_id, way) do update set told_at = excluded.told_at, told_over = excluded.told_over""")
                    .param("id", one.id())
                    .param("way", way)
                    .param("now", Timestamp.from(now))
                    .param("over", one.overAt() != null)
                    .update();
        }
    }

    private static Alarm alarm(ResultSet row, int index) throws SQLException {
        return new Alarm(
                row.getObject("id", UUID.class),
                row.getString("sign"),
                row.getString("node"),
                row.getString("subject"),
                texts(row.getArray("facts")),
                row.getTimestamp("since").toInstant(),
                instant(row, "gone_since"),
                instant(row, "raised_at"),
                instant(row, "over_at"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Stream.of((Object[]) array.getArray()).map(String::valueOf).toList();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }
}
