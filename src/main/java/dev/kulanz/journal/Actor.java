package dev.kulanz.journal;

/** Says who acts at this moment: the name of the logged-in user, or "system". */
@FunctionalInterface
public interface Actor {
    String name();
}
