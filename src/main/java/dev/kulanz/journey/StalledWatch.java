package dev.kulanz.journey;

import dev.kulanz.watch.Reading;
import dev.kulanz.watch.Sign;
import dev.kulanz.watch.Watch;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Cases in which nothing would ever happen again. */
@Component
class StalledWatch implements Watch {

    /** All open cases are looked at. */
    static final Duration KEPT = Duration.ofMinutes(5);

    private final StalledCases stalled;

    StalledWatch(StalledCases stalled) {
        this.stalled = stalled;
    }

    @Override
    public Sign sign() {
        return Sign.warning("stalled-cases").withItsOwnLineOnTheDesk().every(KEPT);
    }

    @Override
    public Reading look() {
        long all = stalled.counts().all();
        return Reading.of(
                        "kulanz.cases.without.next.action", "Open cases in which nothing would ever happen again", all)
                .wrongIf(all > 0, "", all);
    }
}
