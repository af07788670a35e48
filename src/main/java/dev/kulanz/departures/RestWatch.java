package dev.kulanz.departures;

import dev.kulanz.watch.Reading;
import dev.kulanz.watch.Sign;
import dev.kulanz.watch.Watch;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** All sending rests until a person has looked at what may have left before a backup was restored. */
@Component
class RestWatch implements Watch {

    private final RestTable rests;

    RestWatch(RestTable rests) {
        this.rests = rests;
    }

    @Override
    public Sign sign() {
        return Sign.sendingRests("restored-backup").after(Duration.ZERO).withItsOwnLineOnTheDesk();
    }

    @Override
    public Reading look() {
        boolean isResting = rests.active().isPresent();
        return Reading.of("kulanz.sending.rests", "1: nothing is sent until a person releases it", isResting ? 1 : 0)
                .wrongIf(isResting, "");
    }
}
