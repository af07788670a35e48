package dev.kulanz.watch;

import java.util.Map;
import org.springframework.stereotype.Component;

/** A way by which nobody can be told: the others tell it, and the desk. */
@Component
class Untold implements Watch {

    private static final int TRIES = 3;

    private final WayTable ways;

    Untold(WayTable ways) {
        this.ways = ways;
    }

    @Override
    public Sign sign() {
        return Sign.warning("alarm-untold");
    }

    @Override
    public Reading look() {
        Reading all = Reading.NOTHING;
        for (WayTable.State way : ways.all()) {
            all = all.and(
                            "kulanz.alarm.failures",
                            "Tries in vain to tell of alarms by this way, one after the other",
                            Map.of("way", way.way()),
                            way.tries())
                    .wrongIf(way.tries() >= TRIES, way.way(), String.valueOf(way.failure()));
        }
        return all;
    }
}
