package dev.kulanz.journey;

import dev.kulanz.watch.Reading;
import dev.kulanz.watch.Sign;
import dev.kulanz.watch.Watch;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Whether this node still does what is due. */
@Component
class PumpWatch implements Watch {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final TimeTravel time;

    PumpWatch(TimeTravel time) {
        this.time = time;
    }

    @Override
    public Sign sign() {
        return Sign.sendingRests("pump-stuck").ofEachNode();
    }

    @Override
    public Reading look() {
        return time.sinceLastWork()
                .map(age -> Reading.of(
                                "kulanz.pump.last.round.seconds",
                                "Since this node last did all that was due",
                                age.toSeconds())
                        .wrongIf(age.compareTo(LIMIT) > 0, "", age.toMinutes()))
                .orElse(Reading.NOTHING);
    }
}
