package dev.kulanz.watch;

import dev.kulanz.shared.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes his rounds: looks at everything, raises and ends alarms, and has people told. */
@Component
class Watchman {

    private static final Logger LOG = LoggerFactory.getLogger(Watchman.class);

    /** So soon another node need not look again. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Readings readings;
    private final AlarmTable alarms;
    private final Telling telling;
    private final Outage outage;
    private final DatabaseProbe database;
    private final AlarmWords words;
    private final Node node;
    private final Ways ways;
    private final BusinessClock clock;
    private volatile List<Alarm> standing = List.of();

    Watchman(
            Readings readings,
            AlarmTable alarms,
            Telling telling,
            Outage outage,
            DatabaseProbe database,
            AlarmWords words,
            Node node,
            Ways ways,
            BusinessClock clock) {
        this.readings = readings;
        this.alarms = alarms;
        this.telling = telling;
        this.outage = outage;
        this.database = database;
        this.words = words;
        this.node = node;
        this.ways = ways;
        this.clock = clock;
    }

    /** One round. Never throws: what fails now is tried again with the next. */
    synchronized void round() {
        if (!outage.look(database.ask(), ways.all())) {
            return;
        }
        try {
            Instant now = clock.instant();
            boolean looksForAll = alarms.beginRound(now, PAUSE);
            for (Sign sign : readings.signs()) {
                if (looksForAll || sign.place() == Sign.Place.NODE) {
                    look(sign, now);
                }
            }
            alarms.tidy(node.name(), now);
            standing = alarms.standing();
            ways.all().forEach(telling::by);
        } catch (RuntimeException e) {
            LOG.warn(
                    "A look at how everything is could not be ended: {}",
                    e.getClass().getName());
            LOG.debug("Because", e);
        }
    }

    /** What can't be seen stays as it was. */
    private void look(Sign sign, Instant now) {
        String where = sign.place() == Sign.Place.NODE ? node.name() : "";
        readings.of(sign.id()).ifPresent(reading -> alarms.merge(sign, where, reading.troubles(), now)
                .forEach(this::log));
    }

    private void log(Alarm changed) {
        String text = words.of(changed.sign(), changed.subject(), changed.facts(), Locale.ENGLISH);
        if (changed.isStanding()) {
            LOG.warn("ALARM {}: {}", changed.sign(), text);
        } else {
            LOG.info("Over: {}: {}", changed.sign(), text);
        }
    }

    /** For which messages can't go out here, as of the last round. */
    List<Alarm> restingNow() {
        return standing.stream()
                .filter(one -> one.node().isEmpty() || one.node().equals(node.name()))
                .filter(one -> readings.sign(one.sign())
                        .filter(sign -> sign.severity() == Severity.SENDING_RESTS)
                        .isPresent())
                .toList();
    }
}
