package dev.kulanz.access;

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
     * Before a password is checked.
     *
     * @param isKnown whether this user has logged in there lately
     * @return how long he has to wait; zero: check it
     */
    Duration pause(String user, Place from, boolean isKnown) {
        if (isKnown) {
            String pair = pair(user, from);
            return ofPairs.count(pair) < LOOKED_AT_IN_KNOWN_PLACES ? Duration.ZERO : ofPairs.take(pair);
        }
        Duration place = ofPlaces.pause(from.name());
        Duration account = place.isZero() ? ofAccounts.take(user) : ofAccounts.pause(user);
        if (account.isZero() && place.isZero()) {
            return ofPlaces.take(from.name());
        }
        return longer(place, account);
    }

    /**
     * After a wrong one.
     *
     * @return how long he has to wait before the next; zero: not at all
     */
    Duration failed(String user, Place from, boolean isKnown) {
        int ofPair = ofPairs.add(pair(user, from));
        if (isKnown) {
            return ofPair > Failures.FREE ? ofPairs.pause(pair(user, from)) : Duration.ZERO;
        }
        ofAccounts.add(user);
        if (ofPair == 1) {
            ofPlaces.add(from.name());
        }
        return Duration.ZERO;
    }

    /** After the right one. What strangers tried is still counted: else each login would give them more guesses. */
    void succeeded(String user, Place from) {
        ofPairs.forget(pair(user, from));
    }

    private static String pair(String user, Place from) {
        return user + " " + from.name();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
