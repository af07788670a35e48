package dev.kulanz.access;

import dev.kulanz.access.doors.Place;
import dev.kulanz.access.doors.Seats;
import java.util.concurrent.Semaphore;

/**
 * Passwords are looked at by turns, one for each core: a check is slow on purpose, and hundreds at once would leave no time
 * for anybody else, and count as hundreds of tries that nobody has finished. So many wait as a program may begin with, for
 * some seconds at most; the others are told to come again. Whoever comes from a known place waits behind no stranger.
 */
final class Turns {

    private static final int MOST_WAITING = 96;
    private static final int MOST_OF_ONE_PLACE = 64;

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
