package dev.kulanz.watch;

import dev.kulanz.shared.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells people by each way what it has not told yet. What a way has told is kept, not what is to be told: however long a mail
 * server is away, then comes one message, with what stands and what has passed. Between telling and noting it a crash may come;
 * then it is told once more, under the same id.
 */
@Component
class Telling {

    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final int LONGEST_PAUSE = 5; // doublings: a quarter of an hour

    private final AlarmTable alarms;
    private final WayTable ways;
    private final NoticeWriting notices;
    private final Readings readings;
    private final BusinessClock clock;
    private final Duration pause;

    Telling(
            AlarmTable alarms,
            WayTable ways,
            NoticeWriting notices,
            Readings readings,
            BusinessClock clock,
            AlarmSettings settings) {
        this.alarms = alarms;
        this.ways = ways;
        this.notices = notices;
        this.readings = readings;
        this.clock = clock;
        this.pause = settings.pause();
    }

    /** Tells by this way what there is, unless it is too early, or another node does. A way that is broken keeps no other from it. */
    void by(AlarmWay way) {
        try {
            tell(way);
        } catch (RuntimeException e) {
            LOG.warn("Nothing can be told by {}: {}", way.name(), e.getClass().getName());
            LOG.debug("Because", e);
        }
    }

    private void tell(AlarmWay way) {
        Instant now = clock.instant();
        ways.begin(way.name(), now);
        WayTable.State state = ways.find(way.name()).orElseThrow();
        if (isTooEarly(state, now) || news(way, now).isEmpty() || !ways.claim(way.name())) {
            return;
        }
        List<NoticeWriting.Item> news = news(way, now); // another node may have told it in between
        if (news.isEmpty()) {
            ways.release(way.name());
            return;
        }
        try {
            way.tell(notices.of(news, now));
            alarms.told(way.name(), news.stream().map(NoticeWriting.Item::alarm).toList(), now);
            ways.told(way.name(), now);
        } catch (AlarmWay.TellingFailed e) {
            failed(state, news.size(), String.valueOf(e.getMessage()), now);
        } catch (RuntimeException e) {
            LOG.debug("Because", e);
            failed(state, news.size(), "It failed (%s).".formatted(e.getClass().getSimpleName()), now);
        }
    }

    private void failed(WayTable.State state, int alarmCount, String why, Instant now) {
        LOG.warn("Nobody could be told of {} alarms by {}: {}", alarmCount, state.way(), why);
        Duration rest = FIRST_PAUSE.multipliedBy(1L << Math.min(state.tries(), LONGEST_PAUSE));
        ways.failed(state.way(), why, now.plus(rest));
    }

    private boolean isTooEarly(WayTable.State state, Instant now) {
        Instant next = state.nextTryAt();
        if (next != null && now.isBefore(next)) {
            return true;
        }
        Instant told = state.toldAt();
        return told != null && !told.isAfter(now) && now.isBefore(told.plus(pause));
    }

    private List<NoticeWriting.Item> news(AlarmWay way, Instant now) {
        List<NoticeWriting.Item> news = new ArrayList<>();
        for (AlarmTable.Known known : alarms.known(way.name())) {
            Severity severity = severity(known.alarm());
            Event.of(known.alarm(), severity, known.toldAt(), now)
                    .ifPresent(event -> news.add(new NoticeWriting.Item(event, known.alarm(), severity)));
        }
        return news;
    }

    private Severity severity(Alarm alarm) {
        return readings.sign(alarm.sign()).map(Sign::severity).orElse(Severity.WARNING);
    }
}
