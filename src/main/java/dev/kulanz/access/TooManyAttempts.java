package dev.kulanz.access;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Somebody failed to log in too often, or too many try at once; says so with 429, and when to come again. */
final class TooManyAttempts extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final long seconds;

    private final boolean atOnce;

    TooManyAttempts(Duration pause) {
        super("Too many failed logins. Try again in " + seconds(pause) + " seconds.");
        seconds = seconds(pause);
        atOnce = false;
    }

    private TooManyAttempts() {
        super("Too many are logging in at this moment. Try again in a second.");
        seconds = 1;
        atOnce = true;
    }

    /** Nobody failed, but others are looked at just now. */
    static TooManyAttempts atOnce() {
        return new TooManyAttempts();
    }

    boolean isAtOnce() {
        return atOnce;
    }

    long seconds() {
        return seconds;
    }

    private static long seconds(Duration pause) {
        return Math.max(1, pause.plusMillis(999).toSeconds());
    }
}
