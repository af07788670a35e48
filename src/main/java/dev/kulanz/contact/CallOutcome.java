package dev.kulanz.contact;

/** What became of a call. */
public enum CallOutcome {
    /** He said until when he pays. */
    PROMISED("a day to pay was promised"),
    /** He was told what is owed and promised nothing. */
    TALKED("the debtor was reached"),
    /** A person has to go on: he asked for one, or said what is not for a machine to hear. */
    HUMAN_WANTED("a person is to call back"),
    BUSY("the line was busy"),
    /** Nobody answered, or somebody else did and the debtor was not there. */
    NO_ANSWER("nobody answered"),
    /** A machine answered; it was told a name and asked to call back, no more. */
    VOICEMAIL("a voicemail answered"),
    /** Who answered is somebody else, or nobody has this number any more. */
    WRONG_NUMBER("the number is not the debtor's"),
    /** Nothing here can place calls. */
    NO_PROVIDER("no telephony provider"),
    /** The debtor has no number that may be called. */
    NO_NUMBER(SendGate.NO_CONTACT_POINT),
    /** What is owed is not worth a call; to diagrams it is as if there were no number to call. */
    TOO_LITTLE(SendGate.NOT_WORTH_THE_WAY),
    /** The case was paused, or nothing could be demanded, when the moment of the call came. */
    NOT_ALLOWED("not allowed at that moment"),
    /** The telephone network let us down. */
    FAILED("the call failed");

    private final String words;

    CallOutcome(String words) {
        this.words = words;
    }

    /** Somebody was talked to, as far as we know the debtor. */
    public boolean isReached() {
        return this == PROMISED || this == TALKED || this == HUMAN_WANTED;
    }

    /** The telephone rang, or would have if the line had been free. */
    public boolean isTried() {
        return this != NO_PROVIDER && this != NO_NUMBER && this != TOO_LITTLE && this != NOT_ALLOWED;
    }

    /** Under which name diagrams know it: those that are deployed must be able to go on. */
    public CallOutcome heardAs() {
        return this == TOO_LITTLE ? NO_NUMBER : this;
    }

    /** As the outbox tells why a call did not reach anybody. */
    String words() {
        return words;
    }
}
