package dev.kulanz.watch;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is wrong at this moment, for pages and programs, and whether people are told of it. */
@Component
public class Alarms {

    private static final int ENDED = 20;

    private final AlarmTable table;
    private final WayTable states;
    private final Ways ways;
    private final AlarmWords words;
    private final Runbook runbook;
    private final NoticeWriting notices;
    private final Readings readings;
    private final BusinessClock clock;

    Alarms(
            AlarmTable table,
            WayTable states,
            Ways ways,
            AlarmWords words,
            Runbook runbook,
            NoticeWriting notices,
            Readings readings,
            BusinessClock clock) {
        this.table = table;
        this.states = states;
        this.ways = ways;
        this.words = words;
        this.runbook = runbook;
        this.notices = notices;
        this.readings = readings;
        this.clock = clock;
    }

    /**
     * An alarm as it is shown.
     *
     * @param alarm its name; its heading in the runbook
     * @param subject which of several; empty: there is but one
     * @param node the machine that sees it; empty: all do
     * @param since when it began
     * @param until when it ended; null: it lasts
     * @param text what is wrong, in the reader's language
     * @param runbook what it means and what to do, in English
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Shown(
            String alarm,
            String subject,
            String node,
            Severity severity,
            Instant since,
            @Nullable Instant until,
            String text,
            String runbook) {}

    /**
     * A way by which people are told.
     *
     * @param way MAIL or WEBHOOK
     * @param toldAt when it last told anything; null: never
     * @param failure why the last try failed; null: it did not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Told(
            String way, @Nullable Instant toldAt, @Nullable String failure) {}

    /** All that stand, the oldest first. */
    public List<Shown> standing(Locale locale) {
        return table.standing().stream().map(one -> shown(one, locale)).toList();
    }

    /** Those of them for which the desk has no other line. */
    public List<Shown> forDesk(Locale locale) {
        return table.standing().stream()
                .filter(one -> readings.sign(one.sign()).filter(Sign::isOnDesk).isEmpty())
                .map(one -> shown(one, locale))
                .toList();
    }

    /** The latest that are over. */
    public List<Shown> ended(Locale locale) {
        return table.ended(ENDED).stream().map(one -> shown(one, locale)).toList();
    }

    private Shown shown(Alarm one, Locale locale) {
        return new Shown(
                one.sign(),
                one.subject(),
                one.node(),
                readings.sign(one.sign()).map(Sign::severity).orElse(Severity.WARNING),
                one.since(),
                one.endedAt(),
                words.of(one.sign(), one.subject(), one.facts(), locale),
                runbook.of(one.sign()));
    }

    /** The ways that are set. */
    public List<Told> ways() {
        return ways.all().stream()
                .map(way -> {
                    Optional<WayTable.State> state = states.find(way.name());
                    return new Told(
                            way.name(),
                            state.map(WayTable.State::toldAt).orElse(null),
                            state.map(WayTable.State::failure).orElse(null));
                })
                .toList();
    }

    /** No way is set, though it is in earnest. */
    public boolean isNobodyTold() {
        return ways.isNobodyTold();
    }

    /** Tells by each way that this is a test; says how it went. */
    public List<Told> test() {
        Instant now = clock.instant();
        Notice notice = notices.test(Ids.next(), now);
        List<Told> outcome = new ArrayList<>();
        for (AlarmWay way : ways.all()) {
            try {
                way.tell(notice);
                outcome.add(new Told(way.name(), now, null));
            } catch (AlarmWay.TellingFailed e) {
                outcome.add(new Told(way.name(), null, e.getMessage()));
            }
        }
        return outcome;
    }
}
