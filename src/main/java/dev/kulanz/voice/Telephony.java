package dev.kulanz.voice;

/**
 * The way to the telephone network. One bean of this type makes calls possible; without one every call ends as
 * NO_PROVIDER.
 */
public interface Telephony {

    /**
     * Whom to call.
     *
     * @param number E.164
     * @param creditorId in whose name: decides the number that the called person sees
     * @param language ISO 639-1 of the voice that speaks and listens
     */
    record Destination(String number, String creditorId, String language) {}

    /**
     * Rings until somebody answers or nobody will; blocks that long.
     *
     * @throws RuntimeException if the network or the provider failed; nobody was talked to
     */
    Answer call(Destination destination);

    /** What came of the ringing. */
    sealed interface Answer {

        /** Somebody says hello. */
        record Connected(Line line) implements Answer {}

        /** A machine: what is said now, it keeps. */
        record Voicemail(Line line) implements Answer {}

        record Busy() implements Answer {}

        record NoAnswer() implements Answer {}

        /** Nobody has this number. */
        record NotInService() implements Answer {}
    }
}
