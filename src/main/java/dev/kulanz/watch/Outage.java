package dev.kulanz.watch;

import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The database is gone. Nobody can keep then what was told: each node remembers for itself, and tells of it in the log and by
 * each way.
 */
@Component
class Outage {

    static final String SIGN = "database";

    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration CALM = Duration.ofMinutes(1);

    private final NoticeWriting notices;
    private final Node node;
    private final BusinessClock clock;
    private final Map<String, Instant> told = new HashMap<>();
    private final Map<String, Instant> tried = new HashMap<>();
    private @Nullable Alarm alarm;

    Outage(NoticeWriting notices, Node node, BusinessClock clock) {
        this.notices = notices;
        this.node = node;
        this.clock = clock;
    }

    /** @return whether the database is there */
    synchronized boolean look(DatabaseProbe.Answer answer, List<AlarmWay> ways) {
        Instant now = clock.instant();
        Alarm known = alarm;
        if (!answer.isThere()) {
            List<String> facts = List.of(String.valueOf(answer.failure()));
            Reading.Trouble trouble = new Reading.Trouble("", facts);
            alarm = known == null
                    ? Alarm.begun(Ids.next(), SIGN, node.name(), trouble, now, PATIENCE)
                    : known.seen(facts, now, PATIENCE);
        } else if (known != null && known.overAt() == null) {
            alarm = known.missed(now, CALM).orElse(null);
        }
        log(known, alarm);
        Alarm current = alarm;
        if (current != null) {
            ways.forEach(way -> tell(way, current, now));
            if (current.overAt() != null && ways.stream().noneMatch(way -> told.containsKey(way.name()))) {
                alarm = null;
            }
        }
        return answer.isThere();
    }

    private static void log(@Nullable Alarm before, @Nullable Alarm after) {
        boolean stood = before != null && before.isStanding();
        boolean stands = after != null && after.isStanding();
        if (!stood && stands) {
            LOG.error("ALARM {}: the database does not answer", SIGN);
        } else if (stood && !stands) {
            LOG.info("Over: {}, the database answers again", SIGN);
        }
    }

    /** What can't be told is tried again a minute later. */
    private void tell(AlarmWay way, Alarm current, Instant now) {
        Instant last = tried.get(way.name());
        if (last != null && now.isBefore(last.plus(PATIENCE))) {
            return;
        }
        Optional<Event> event = Event.of(current, Severity.SENDING_RESTS, told.get(way.name()), now)
                .filter(one -> one != Event.PASSED);
        if (event.isEmpty()) {
            return;
        }
        tried.put(way.name(), now);
        try {
            way.tell(notices.of(List.of(new NoticeWriting.Item(event.get(), current, Severity.SENDING_RESTS)), now));
            if (event.get() == Event.OVER) {
                told.remove(way.name());
            } else {
                told.put(way.name(), now);
            }
        } catch (AlarmWay.TellingFailed e) {
            LOG.warn("Nobody could be told by {} that the database is gone: {}", way.name(), e.getMessage());
        }
    }
}
