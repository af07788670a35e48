package dev.kulanz.access;

import dev.kulanz.access.doors.Place;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;

/**
 * Slows down who guesses, in real time, on this node; nobody waits in one of our threads, he is told when to come again.
 * Strangers are counted by the account they try, wherever they come from, and by the place they come from, where each
 * account counts once: a whole office comes from one address, and one program there with an old password must not slow
 * down the others.
 *
 * <p>Where somebody has logged in lately ({@link KnownPlaces}), strangers do not slow him down: only failures from there
 * count, and his password is looked at in spite of them, up to a bound, as an old password in a program there is more
 * likely than an attack.
 */
@Component
class LoginAttempts {

    /** So many failures from a known place are looked at without a pause; from the tenth on their answer is the pause. */
    static final int LOOKED_AT_IN_KNOWN_PLACES = 100;

    private final Failures ofAccounts;
    private final Failures ofPlaces;
    private final Failures ofPairs;

    LoginAttempts() {
        this(System::nanoTime);
    }

    LoginAttempts(LongSupplier time) {
        ofAccounts = new Failures(time);
        ofPlaces = new Failures(time);
        ofPairs = new Failures(time);
    }

    /**
     * One try.
     *
     * @param pause how long he has to wait first; zero: his password may be looked at now
     * @param countsAtPlace whether it was the first failure of this account there
     */
    record Try(String user, Place from, boolean isKnown, boolean countsAtPlace, Duration pause) {

        private String pair() {
            return LoginAttempts.pair(user, from);
        }
    }

    /**
     * Before a password is looked at. Without a pause, the try counts as a failure from now on, until {@link #succeeded} takes
     * it back.
     *
     * @param isKnown whether this user has logged in there lately
     */
    synchronized Try begin(String user, Place from, boolean isKnown) {
        String pair = pair(user, from);
        Duration pause = isKnown ? pauseWhereKnown(pair) : longer(ofPlaces.pause(from.name()), ofAccounts.pause(user));
        if (!pause.isZero()) {
            return new Try(user, from, isKnown, false, pause);
        }
        boolean isFirst = ofPairs.add(pair) == 1;
        if (!isKnown) {
            ofAccounts.add(user);
            if (isFirst) {
                ofPlaces.add(from.name());
            } else {
                ofPlaces.touch(from.name());
            }
        }
        return new Try(user, from, isKnown, isFirst && !isKnown, Duration.ZERO);
    }

    private Duration pauseWhereKnown(String pair) {
        return ofPairs.count(pair) < LOOKED_AT_IN_KNOWN_PLACES ? Duration.ZERO : ofPairs.pause(pair);
    }

    /**
     * After a wrong one.
     *
     * @return how long he has to wait before the next; zero: not at all
     */
    synchronized Duration failed(Try one) {
        return one.isKnown() && ofPairs.count(one.pair()) > Failures.FREE ? ofPairs.pause(one.pair()) : Duration.ZERO;
    }

    /** After the right one. What strangers tried is still counted: else each login would give them more guesses. */
    synchronized void succeeded(Try one) {
        takeBackOfStrangers(one);
        ofPairs.forget(one.pair());
    }

    private void takeBackOfStrangers(Try one) {
        if (!one.isKnown()) {
            ofAccounts.takeBack(one.user());
        }
        if (one.countsAtPlace()) {
            ofPlaces.takeBack(one.from().name());
        }
    }

    private static String pair(String user, Place from) {
        return user + " " + from.name();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
