package dev.kulanz.journey;

import dev.kulanz.shared.BusinessClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Moves business time forward and stops at every moment at which something is due, so that a jump of a week happens hour
 * by hour. One journey through time at once.
 */
@Component
public class TimeTravel {

    private static final Duration TRY_AGAIN = Duration.ofHours(1);

    private final BusinessClock clock;
    private final EngineTime time;
    private final Agenda agenda;
    private final Pump pump;

    TimeTravel(BusinessClock clock, EngineTime time, Agenda agenda, Pump pump) {
        this.clock = clock;
        this.time = time;
        this.agenda = agenda;
        this.pump = pump;
    }

    /**
     * Goes to a moment and does everything that is due until then, in due order.
     *
     * @param target not before now
     * @param stop told the offset from real time at each stop before anything is done there, to be kept: after a crash
     *     time goes on from there
     */
    public synchronized void to(Instant target, Consumer<Duration> stop) {
        Instant moment = clock.instant();
        try {
            stopAt(moment, stop);
            while (moment.isBefore(target)) {
                moment = nextStop(moment, target);
                stopAt(moment, stop);
            }
        } finally {
            // whatever happens on the way, time does not stay frozen
            time.follow(offsetOf(moment));
        }
    }

    private void stopAt(Instant moment, Consumer<Duration> stop) {
        time.standAt(moment);
        stop.accept(offsetOf(moment));
        pump.runUntilAllIsTold();
    }

    /** What could not be done (a locked row, a failing job) stays due: an hour later it is tried again. */
    private Instant nextStop(Instant here, Instant target) {
        Instant due = agenda.next().orElse(target);
        Instant next = due.isAfter(here) ? due : here.plus(TRY_AGAIN);
        return next.isBefore(target) ? next : target;
    }

    /** Does what is due now, unless time is being moved already. */
    public synchronized void tick() {
        pump.tick();
    }

    private static Duration offsetOf(Instant moment) {
        return Duration.between(Clock.systemUTC().instant(), moment);
    }
}
