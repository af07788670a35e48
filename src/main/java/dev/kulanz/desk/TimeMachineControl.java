package dev.kulanz.desk;

import java.time.Duration;
import java.time.Instant;

/** Moves business time; there is one in the demo only. */
public interface TimeMachineControl {

    /** The present business time, UTC. */
    Instant now();

    /** Whether time is being moved at this moment, by whomever. */
    boolean isTravelling();

    /** Moves time forward and does what becomes due; returns the new present when nothing due is left. */
    Instant advance(Duration by);
}
