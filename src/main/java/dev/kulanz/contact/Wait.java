package dev.kulanz.contact;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A time for which a message had to wait.
 *
 * @param from business time, UTC
 * @param until until when it was put off, whatever became of it before; null: it waits, and nobody knows until when
 * @param reason why, in words
 */
public record Wait(Instant from, @Nullable Instant until, String reason) {

    /** At night, on Sundays and on holidays. */
    public static final String WINDOW = "nothing goes out at night, on Sundays and on holidays";

    /** He was asked lately, in whatever case. */
    public static final String BUDGET =
            "one person is asked for money once a day and three times in seven days at most";

    /** He has a day until which to pay. */
    public static final String PATIENCE = "the last day to pay and three bank days come first";

    /** An hour for this attempt. */
    public static final String CALL_HOURS = "each attempt to call has its hours, on working days";

    /** The same again and again. */
    public static final String IN_VAIN = "it was planned and cancelled several times in one day";

    /** After a stop. */
    public static final String LET_GO = "what a stop held back goes out over several days";

    /** When it was over: never after this moment. */
    Wait endedBy(Instant moment) {
        Instant end = until == null || until.isAfter(moment) ? moment : until;
        return new Wait(from, end, reason);
    }

    /** Whether another one is the same going on. */
    boolean goesOnAs(Wait later) {
        return reason.equals(later.reason()) && !Objects.requireNonNull(until).isBefore(later.from());
    }
}
