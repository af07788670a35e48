package dev.kulanz.intake;

import dev.kulanz.shared.Said;

/** A field's value can't be taken; the message tells a clerk why and what to write instead. */
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Said said;

    /** Without a stack trace: a file may hold a million of these. */
    Unreadable(String key, String english, Object... arguments) {
        this(Said.of("import." + key, english, arguments));
    }

    private Unreadable(Said said) {
        super(said.english(), null, false, false);
        this.said = said;
    }

    Said said() {
        return said;
    }
}
