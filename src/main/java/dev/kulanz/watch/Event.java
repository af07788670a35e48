package dev.kulanz.watch;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What there is to tell of an alarm by one way. */
enum Event {
    /** It was raised. */
    RAISED,
    /** It still lasts. */
    STILL,
    /** It is over. */
    OVER,
    /** It was raised and is over, and could not be told in between. */
    PASSED;

    /**
     * @param severity of its sign
     * @param toldAt when this way last told of it; null: never. It has not told that it is over
     */
    static Optional<Event> of(Alarm alarm, Severity severity, @Nullable Instant toldAt, Instant now) {
        if (alarm.raisedAt() == null) {
            return Optional.empty();
        }
        if (alarm.overAt() != null) {
            return Optional.of(toldAt == null ? PASSED : OVER);
        }
        if (toldAt == null) {
            return Optional.of(RAISED);
        }
        return now.isBefore(toldAt.plus(severity.rhythm())) ? Optional.empty() : Optional.of(STILL);
    }
}
