package dev.kulanz.cases;

/** Why a case or item is not dunned for a while (Mahnsperre). */
public enum BlockReason {
    PROMISE,
    PLAN,
    DISPUTE,
    HARDSHIP,
    REPLY,
    UNCLEAR_PAYMENT,
    REPRESENTED,
    INSOLVENCY,
    DECEASED,
    MANUAL,
    /** A good part was paid: the ladder rests a few days. */
    PART_PAYMENT,
    /** A clerk, or the agency, gave the case back from the hand-over. */
    RETURNED;

    /** Nothing is asked for, but who wants to pay is welcome: what is owed is clear, only the time is open. */
    public boolean welcomesPayment() {
        return this == PROMISE || this == PLAN || this == PART_PAYMENT || this == RETURNED;
    }
}
