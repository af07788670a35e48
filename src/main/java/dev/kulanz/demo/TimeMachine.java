package dev.kulanz.demo;

import dev.kulanz.desk.TimeMachineControl;
import dev.kulanz.journey.EngineTime;
import dev.kulanz.journey.TimeTravel;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.Refusal;
import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Moves business time in the demo. Where it stands survives a restart, also one after a crash in the middle of a jump. */
@Component
@Profile("demo")
class TimeMachine implements TimeMachineControl {

    private static final String OFFSET = "clock-offset-millis";
    private static final Duration LONGEST = Duration.ofDays(3 * 366);

    private final DemoState state;
    private final EngineTime time;
    private final TimeTravel travel;
    private final BusinessClock clock;
    private final ReentrantLock travelling = new ReentrantLock(true);

    TimeMachine(DemoState state, EngineTime time, TimeTravel travel, BusinessClock clock) {
        this.state = state;
        this.time = time;
        this.travel = travel;
        this.clock = clock;
    }

    @PostConstruct
    void goOnWhereTimeStood() {
        state.get(OFFSET).ifPresent(millis -> time.follow(Duration.ofMillis(Long.parseLong(millis))));
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public boolean isTravelling() {
        return travelling.isLocked();
    }

    /**
     * Moves time forward; returns when nothing due is left.
     *
     * @throws Refusal if the jump is not forward or longer than three years
     */
    @Override
    public Instant advance(Duration by) {
        if (by.isNegative() || by.isZero() || by.compareTo(LONGEST) > 0) {
            throw Refusal.unacceptable(
                    "advanceBy", "Time goes forward only, at most three years at once. Example: P7D");
        }
        travelling.lock();
        try {
            travel.to(clock.instant().plus(by), this::keep);
            keep(clock.offset());
            return clock.instant();
        } finally {
            travelling.unlock();
        }
    }

    /** Goes back before anything has happened; only for an empty portfolio. */
    void beginAt(Instant past) {
        Duration offset = Duration.between(Clock.systemUTC().instant(), past);
        time.follow(offset);
        keep(offset);
    }

    /** Nobody else moves time until the work is done. */
    void exclusively(Runnable work) {
        travelling.lock();
        try {
            work.run();
        } finally {
            travelling.unlock();
        }
    }

    private void keep(Duration offset) {
        state.set(OFFSET, Long.toString(offset.toMillis()));
    }
}
