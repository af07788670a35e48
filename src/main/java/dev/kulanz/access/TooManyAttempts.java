package dev.kulanz.access;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Somebody failed to log in too often; says so with 429, and when to come again. */
final class TooManyAttempts extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final long seconds;

    TooManyAttempts(Duration pause) {
        super("Too many failed logins. Try again in " + seconds(pause) + " seconds.");
        seconds = seconds(pause);
    }

    long seconds() {
        return seconds;
    }

    private static long seconds(Duration pause) {
        return Math.max(1, pause.plusMillis(999).toSeconds());
    }
}
