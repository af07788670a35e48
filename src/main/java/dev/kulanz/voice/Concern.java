package dev.kulanz.voice;

import java.util.Locale;

/** What a machine must not go on about: it stops, and a person calls back. */
enum Concern {
    WANTS_A_PERSON,
    DISPUTE,
    ALREADY_PAID,
    HARDSHIP,
    ILLNESS,
    /** He says that he can't go on living, or sounds like it. */
    CRISIS,
    /** He is upset about the call or about us. */
    ANGER,
    INSOLVENCY,
    LAWYER,
    DECEASED,
    MINOR,
    /** Does not want that it is written down what was said: then it is not kept. */
    NO_TRANSCRIPT,
    NOT_IDENTIFIED,
    NOT_UNDERSTOOD,
    /** He wants to promise what may not be promised any more. */
    NO_FURTHER_PROMISE;

    /** Which words say that a person goes on: each concern has its own. */
    String words() {
        return this == WANTS_A_PERSON
                ? "person"
                : "person." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
