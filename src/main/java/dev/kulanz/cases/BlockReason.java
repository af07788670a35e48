package dev.kulanz.cases;

import java.util.Arrays;
import java.util.List;

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
    RETURNED,
    /** Another system says of a block or a promise that is about to be taken over; placed and ended by the import alone. */
    TAKE_OVER;

    private static final List<BlockReason> PLACEABLE =
            Arrays.stream(values()).filter(one -> one != TAKE_OVER).toList();

    /** Those that somebody may give. */
    public static List<BlockReason> placeable() {
        return PLACEABLE;
    }

    /** Nothing is asked for, but who wants to pay is welcome: what is owed is clear, only the time is open. */
    public boolean welcomesPayment() {
        return this == PROMISE || this == PLAN || this == PART_PAYMENT || this == RETURNED || this == TAKE_OVER;
    }
}
