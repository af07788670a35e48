package dev.kulanz.intake;

/** How one column is read: from what somebody wrote to the form in which it is kept. */
@FunctionalInterface
interface Reading {

    /**
     * @param written not blank, cleaned by {@link Texts}
     * @throws Unreadable if it can't be taken
     */
    String canonical(String written) throws Unreadable;

    /** The same where other columns help to read it, or where there is something to say about the reading. */
    default String canonical(String written, Beside beside) throws Unreadable {
        return canonical(written);
    }
}
