package dev.kulanz.watch;

import java.time.Duration;

/** How bad it is. */
public enum Severity {

    /** Messages can't go out, until an operator does something: the health is DEGRADED. */
    SENDING_RESTS(Duration.ofHours(4)),

    /** A person must look at it, and everything else goes on. */
    WARNING(Duration.ofDays(1));

    private final Duration rhythm;

    Severity(Duration rhythm) {
        this.rhythm = rhythm;
    }

    /** While it lasts it is told again after this time. */
    Duration rhythm() {
        return rhythm;
    }
}
