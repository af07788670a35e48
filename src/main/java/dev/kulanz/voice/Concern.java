package dev.kulanz.voice;

/** What a machine must not go on about: it stops, and a person calls back. */
enum Concern {
    WANTS_A_PERSON,
    DISPUTE,
    ALREADY_PAID,
    HARDSHIP,
    INSOLVENCY,
    LAWYER,
    DECEASED,
    MINOR,
    /** Does not want that it is written down what was said: then it is not kept. */
    NO_TRANSCRIPT,
    NOT_IDENTIFIED,
    NOT_UNDERSTOOD,
    /** He wants to promise what may not be promised any more. */
    NO_FURTHER_PROMISE
}
