package dev.kulanz.journey;

import dev.kulanz.shared.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/** Moves business time for the demo and tests: the engine's clock goes along with ours. */
@Component
public class EngineTime {

    private final BusinessClock clock;

    EngineTime(BusinessClock clock) {
        this.clock = clock;
    }

    /** Follows real time, shifted by this much. */
    public void follow(Duration offset) {
        clock.follow(offset);
        ClockUtil.offset(offset.toMillis());
    }

    /** Stands still at a moment. */
    public void standAt(Instant moment) {
        clock.standAt(moment);
        ClockUtil.setCurrentTime(Date.from(moment));
    }
}
