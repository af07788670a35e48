package dev.kulanz.journey;

import dev.kulanz.watch.Reading;
import dev.kulanz.watch.Sign;
import dev.kulanz.watch.Watch;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Journeys that can't be started, however often it is tried. */
@Component
class StartWatch implements Watch {

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final JourneyStarter starter;

    StartWatch(JourneyStarter starter) {
        this.starter = starter;
    }

    @Override
    public Sign sign() {
        return Sign.warning("failing-starts").after(PATIENCE).withItsOwnLineOnTheDesk();
    }

    @Override
    public Reading look() {
        long failing = starter.countFailing();
        return Reading.of("kulanz.journeys.not.startable", "Open cases whose journey could not be started yet", failing)
                .wrongIf(failing > 0, "", failing);
    }
}
