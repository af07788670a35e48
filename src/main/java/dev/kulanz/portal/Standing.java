package dev.kulanz.portal;

import java.util.Locale;

/**
 * How a case stands, as whoever holds a link to it is told: each has words of its own, under {@code portal.<name>}. They say
 * what is true of the matter and nothing of the person: that somebody has died, is insolvent, under age or represented stands
 * on no page.
 */
enum Standing {
    /** Something is due. */
    ASKED(Transfer.ASKED),
    /** Something is due, and too little for the creditor to ask for it. */
    TOO_LITTLE(Transfer.WELCOME),
    /** Something is open, and none of it is asked for today. */
    NOT_YET(Transfer.NONE),
    PROMISED(Transfer.WELCOME),
    /** The promised day is past, and the payment may be under way. */
    PROMISE_LATE(Transfer.WELCOME),
    PLAN(Transfer.WITHOUT_AMOUNT),
    PART_PAID(Transfer.WELCOME),
    /** Back from the agency, and left in peace for a while. */
    BACK(Transfer.WELCOME),
    RESTING(Transfer.NONE),
    RESTING_WELCOME(Transfer.WELCOME),
    IN_REVIEW(Transfer.NONE),
    /** A payment or a credit that belongs here is looked for. */
    PAYMENT_SOUGHT(Transfer.NONE),
    ANSWER_OWED(Transfer.NONE),
    /** It is collected: who transfers it besides pays twice. */
    DEBITED(Transfer.NONE),
    RETURNING(Transfer.NONE),
    /** What came back is here, and its credit note is not. */
    RETURN_HERE(Transfer.NONE),
    DELIVERY_SOUGHT(Transfer.NONE),
    ORDER_CANCELLED(Transfer.NONE),
    /** For a reason of the person; what is owed is clear, and others may want to pay it (§ 1967 BGB). */
    QUIET_WELCOME(Transfer.WELCOME),
    QUIET(Transfer.NONE),
    /** For a reason of the person; a payment could be void, or belong to all his creditors (§§ 108 BGB, 80 InsO). */
    QUIET_UNPAID(Transfer.NONE),
    AT_AGENCY(Transfer.NONE),
    AT_AGENCY_UNNAMED(Transfer.NONE),
    WRITTEN_OFF(Transfer.NONE),
    PAID(Transfer.NONE),
    REST_FORGIVEN(Transfer.NONE),
    CREDITED(Transfer.NONE),
    /** The creditor does not ask for it any more; whether anybody paid is not known. */
    CLEARED(Transfer.NONE),
    /** Paid after the agency got it: what is open there is not known here. */
    PAID_AT_AGENCY(Transfer.NONE);

    /** Whether the page says how to transfer. */
    enum Transfer {
        ASKED,
        WELCOME,
        /** The amounts stand elsewhere. */
        WITHOUT_AMOUNT,
        NONE
    }

    private final Transfer transfer;

    Standing(Transfer transfer) {
        this.transfer = transfer;
    }

    Transfer transfer() {
        return transfer;
    }

    /** Whether it is over for us: there is no way to look for any more, only questions to answer. */
    boolean isOver() {
        return switch (this) {
            case AT_AGENCY, AT_AGENCY_UNNAMED, WRITTEN_OFF, PAID, REST_FORGIVEN, CREDITED, CLEARED, PAID_AT_AGENCY ->
                true;
            default -> false;
        };
    }

    /** Its name in the keys of the words. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
