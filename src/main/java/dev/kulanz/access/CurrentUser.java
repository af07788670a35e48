package dev.kulanz.access;

/** Who asks at this moment, and what he may see. Outside a request it is the system, which may see everything. */
public interface CurrentUser {

    String name();

    CreditorScope scope();

    boolean has(Role role);
}
