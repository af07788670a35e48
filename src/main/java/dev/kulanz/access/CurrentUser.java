package dev.kulanz.access;

import java.util.Optional;

/** Who asks at this moment, and what he may see. Outside a request it is the system, which may see everything. */
public interface CurrentUser {

    String name();

    CreditorScope scope();

    /** The system has every role. */
    boolean has(Role role);

    /** The user, or nothing if it is the system. */
    Optional<User> user();
}
