package dev.kulanz.watch;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * By what something that went wrong is known.
 *
 * @param id small letters and hyphens: the alarm's name, its text {@code alarm.<id>} in messages/watch, and its heading in
 *     src/docs/runbook.md
 * @param place whether all nodes see the same, or each sees its own
 * @param patience so long it lasts before anybody is told
 * @param calm so long it must be away before it is over: what comes and goes is one alarm
 * @param kept so long a look is good enough; in that time nobody looks again
 * @param isOnDesk the desk has a line of its own for it, by what each user may see
 */
public record Sign(
        String id, Severity severity, Place place, Duration patience, Duration calm, Duration kept, boolean isOnDesk) {

    private static final Pattern ID = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final Duration KEPT = Duration.ofSeconds(15);

    /** Where it is seen. */
    public enum Place {
        /** In the database: everybody sees the same, and one node looks. */
        HOUSE,
        /** On a machine: each node looks for itself. */
        NODE
    }

    public Sign {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("A sign is named in small letters and hyphens, not " + id);
        }
    }

    /** Messages can't go out; told after five minutes, over after five. */
    public static Sign sendingRests(String id) {
        return new Sign(id, Severity.SENDING_RESTS, Place.HOUSE, FIVE_MINUTES, FIVE_MINUTES, KEPT, false);
    }

    /** A person must look at it; told after five minutes, over after five. */
    public static Sign warning(String id) {
        return new Sign(id, Severity.WARNING, Place.HOUSE, FIVE_MINUTES, FIVE_MINUTES, KEPT, false);
    }

    public Sign after(Duration newPatience) {
        return new Sign(id, severity, place, newPatience, calm, kept, isOnDesk);
    }

    /** Looking costs something: not so often. */
    public Sign every(Duration newKept) {
        return new Sign(id, severity, place, patience, calm, newKept, isOnDesk);
    }

    public Sign ofEachNode() {
        return new Sign(id, severity, Place.NODE, patience, calm, kept, isOnDesk);
    }

    public Sign withItsOwnLineOnTheDesk() {
        return new Sign(id, severity, place, patience, calm, kept, true);
    }
}
