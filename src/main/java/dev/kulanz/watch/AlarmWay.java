package dev.kulanz.watch;

/** A way to tell people. */
interface AlarmWay {

    /** As it is kept, such as MAIL. */
    String name();

    /** @throws TellingFailed if it did not arrive, or nobody knows */
    void tell(Notice notice) throws TellingFailed;

    /** Why it could not be told, in a sentence for the operator. */
    final class TellingFailed extends Exception {

        TellingFailed(String why) {
            super(why);
        }
    }
}
