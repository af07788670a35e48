package dev.kulanz.access;

import org.springframework.security.core.AuthenticationException;

/** Somebody failed to log in too often; says so with 429 instead of checking once more. */
final class TooManyAttempts extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    TooManyAttempts() {
        super("Too many failed logins. Try again in " + LoginAttempts.WINDOW.toMinutes() + " minutes.");
    }
}
