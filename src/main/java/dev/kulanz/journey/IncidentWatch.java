package dev.kulanz.journey;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.watch.Reading;
import dev.kulanz.watch.Sign;
import dev.kulanz.watch.Watch;
import org.springframework.stereotype.Component;

/** Work that failed again and again: a person must look. */
@Component
class IncidentWatch implements Watch {

    private final Operations operations;
    private final StalledCases stalled;

    IncidentWatch(Operations operations, StalledCases stalled) {
        this.operations = operations;
        this.stalled = stalled;
    }

    @Override
    public Sign sign() {
        return Sign.warning("incidents").withItsOwnLineOnTheDesk().every(StalledWatch.KEPT);
    }

    @Override
    public Reading look() {
        long failed =
                operations.countIncidents(CreditorScope.ALL) + stalled.counts().startable();
        return Reading.of(
                        "kulanz.incidents",
                        "Work that failed, journeys that could not start, cases without a next action",
                        failed)
                .wrongIf(failed > 0, "", failed);
    }
}
