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

    private final Pulse pulse;

    PumpWatch(Pulse pulse) {
        this.pulse = pulse;
    }

    @Override
    public Sign sign() {
        return Sign.sendingRests("pump-stuck").ofEachNode();
    }

    @Override
    public Reading look() {
        return pulse.sinceLastBeat()
                .map(age -> Reading.of(
                                "kulanz.pump.last.round.seconds",
                                "Since this node last began or ended a piece of work that is due, or looked for one",
                                age.toSeconds())
                        .wrongIf(age.compareTo(LIMIT) > 0, "", age.toMinutes()))
                .orElse(Reading.NOTHING);
    }
}
