package dev.kulanz.journey.model;

/** A file can't be read as what its name says; the message is a sentence for a process owner. */
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    Unreadable(String sentence) {
        super(sentence);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
