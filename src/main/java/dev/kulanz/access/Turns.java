package dev.kulanz.access;

import dev.kulanz.access.doors.Place;
import dev.kulanz.access.doors.Seats;
import java.util.concurrent.Semaphore;

/**
 * Passwords of strangers are looked at by turns, one for each core: a check is slow on purpose, and hundreds at once would
 * leave no time for anybody else. A few wait, for a second or two at most; the others are told to come again.
 */
final class Turns {

    private static final int MOST_WAITING = 24;
    private static final int MOST_OF_ONE_PLACE = 8;

    private final Seats seats = new Seats(MOST_WAITING, MOST_OF_ONE_PLACE);
    private final Semaphore checks = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    /** Whether it is his turn now; then {@link #leave} has to follow. */
    boolean await(Place from) {
        if (!seats.take(from)) {
            return false;
        }
        checks.acquireUninterruptibly();
        return true;
    }

    void leave(Place from) {
        checks.release();
        seats.leave(from);
    }
}
