package dev.kulanz.voice;

/**
 * A call that was answered. Used by one thread. Each method throws a RuntimeException if the connection is lost for
 * another reason than that the other side hung up.
 */
public interface Line extends AutoCloseable {

    /** Speaks and returns when it has been said; says nothing if the other side hung up. */
    void say(String text);

    /** The next thing that the other side says; waits for it, not longer than a patient person would. */
    Heard listen();

    /**
     * Hands the call to a person of the creditor.
     *
     * @return whether a person took it; if not, the line is still open
     */
    boolean transfer();

    /** Hangs up; does nothing if the call is over. */
    @Override
    void close();

    /** What came from the other side. */
    sealed interface Heard {

        /** As the speech recognition wrote it. */
        record Said(String text) implements Heard {}

        record Silence() implements Heard {}

        record HungUp() implements Heard {}
    }
}
