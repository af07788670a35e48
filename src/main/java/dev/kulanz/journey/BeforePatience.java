package dev.kulanz.journey;

import java.time.Instant;

/** The decision on a hand-over came before the last day to pay and three bank days were over: it can't be taken until then. */
final class BeforePatience extends RuntimeException {

    private final Instant end;

    BeforePatience(String caseNumber, Instant end) {
        super("Nobody decides on a hand-over of case %s before %s".formatted(caseNumber, end));
        this.end = end;
    }

    /** From this moment on. */
    Instant end() {
        return end;
    }
}
