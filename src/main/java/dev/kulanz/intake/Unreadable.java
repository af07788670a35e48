package dev.kulanz.intake;

/** A field's value can't be taken; the message tells a clerk why and what to write instead. */
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    /** Without a stack trace: a file may hold a million of these. */
    Unreadable(String message) {
        super(message, null, false, false);
    }
}
