package dev.kulanz.stops;

import dev.kulanz.shared.BusinessClock;
import dev.kulanz.watch.Reading;
import dev.kulanz.watch.Sign;
import dev.kulanz.watch.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Stops that may have been forgotten. */
@Component
class StopWatch implements Watch {

    private static final Duration LONG = Duration.ofDays(1);

    private final Stops stops;
    private final BusinessClock clock;

    StopWatch(Stops stops, BusinessClock clock) {
        this.stops = stops;
        this.clock = clock;
    }

    @Override
    public Sign sign() {
        return Sign.warning("stop-in-force").withItsOwnLineOnTheDesk();
    }

    @Override
    public Reading look() {
        Stops.InForce inForce = stops.inForce();
        Optional<Instant> since = Optional.ofNullable(inForce.since());
        Duration age = since.map(one -> Duration.between(one, clock.instant())).orElse(Duration.ZERO);
        return Reading.of("kulanz.stops", "Emergency stops that hold", inForce.count())
                .and("kulanz.stops.oldest.seconds", "Since the oldest of them holds", Math.max(0, age.toSeconds()))
                .wrongIf(age.compareTo(LONG) > 0, "", inForce.count(), age.toHours());
    }
}
