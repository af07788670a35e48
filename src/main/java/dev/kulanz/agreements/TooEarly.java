package dev.kulanz.agreements;

import java.time.LocalDate;

/** A promise was to be judged before its day: nothing was decided, and nothing can be until then. */
public final class TooEarly extends RuntimeException {

    private final LocalDate day;

    TooEarly(Promise promise) {
        super("The promise %s is not judged before %s".formatted(promise.id(), promise.judgeOn()));
        this.day = promise.judgeOn();
    }

    /** From this day on. */
    public LocalDate day() {
        return day;
    }
}
