package dev.kulanz.contact;

import dev.kulanz.shared.BusinessCalendar;
import dev.kulanz.shared.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How soon a debtor may be asked in a case, by what was said to him before: the send gate goes by it when a message is to go
 * out, and whoever tells what comes next goes by it days ahead.
 *
 * @param lastPayBy the last day that was given for paying something that is still open; null: none was
 * @param asked when he was asked for money lately in whatever case, the latest first
 * @param state his Bundesland; null: not known
 */
public record Pace(
        BusinessCalendar calendar,
        @Nullable LocalDate lastPayBy,
        List<Instant> asked,
        @Nullable String state) {

    /** One person is asked for money at most once a day and three times in seven days, over all his cases. */
    private static final int DEMANDS_A_WEEK = 3;

    static final Duration WEEK = Duration.ofDays(7);

    public Pace {
        asked = List.copyOf(asked);
    }

    /** The first moment from this one on at which a message of this step may go out. */
    public Instant message(Step step, Instant from) {
        return waits(step, from).endFrom(from);
    }

    /** For what a message of this step has to wait from this moment on. */
    Waits waits(Step step, Instant from) {
        Waits waits = step.isEscalation() ? Waits.NONE.until(afterPatience(from), from, Wait.PATIENCE) : Waits.NONE;
        if (step.purpose() == Purpose.DEMAND) {
            waits = waits.until(afterBudget(waits.endFrom(from)), from, Wait.BUDGET);
        }
        return waits.until(calendar.windowFrom(waits.endFrom(from), state), from, Wait.WINDOW);
    }

    /**
     * The first moment from this one on that suits a call.
     *
     * @param attempt counts from 1
     */
    public Instant call(int attempt, Instant from) {
        return new CallHours(calendar).from(message(Step.VOICEBOT_CALL, from), attempt, state);
    }

    /** The moment itself, or the end of the patience with who was given a day: a hand-over needs it too. */
    public Instant afterPatience(Instant from) {
        return lastPayBy == null ? from : later(from, calendar.patienceUntil(lastPayBy));
    }

    private Instant afterBudget(Instant from) {
        List<Instant> lately =
                asked.stream().filter(one -> one.isAfter(from.minus(WEEK))).toList();
        if (lately.size() >= DEMANDS_A_WEEK) {
            return later(from, lately.get(DEMANDS_A_WEEK - 1).plus(WEEK));
        }
        return Optional.of(lately)
                .filter(some -> !some.isEmpty())
                .map(some ->
                        LocalDate.ofInstant(some.get(0), BusinessClock.ZONE).plusDays(1))
                .map(day -> later(from, BusinessCalendar.opening(day)))
                .orElse(from);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
