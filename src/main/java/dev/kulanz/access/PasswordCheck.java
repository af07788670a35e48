package dev.kulanz.access;

/** Whether a password is somebody's: for logins that don't come through the web's own chain. Throttled like it. */
public interface PasswordCheck {

    /** False also for unknown and disabled users, and after too many failures. */
    boolean matches(String user, String password);
}
