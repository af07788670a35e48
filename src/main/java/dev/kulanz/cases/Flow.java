package dev.kulanz.cases;

/** Why the stock of open cases at a step changes, in the order in which people read it. */
public enum Flow {
    /** A case was opened, an item joined an open one, or an invoice became higher. */
    NEW(true),
    /** A case came back, or what had been paid, credited or cleared is owed again. */
    RETURNED(true),
    /** Cases that stood at another step before. */
    FROM_OTHER_STEPS(true),
    /** Payments, and overpayments that were used; the cases are those that are settled. */
    PAID(false),
    /** Cleared elsewhere, credited, or the invoice became lower: nobody paid it to us. */
    WAIVED(false),
    /** The agency got the case, with what was open. */
    HANDED_OVER(false),
    /** Given up. */
    WRITTEN_OFF(false),
    /** Cases that went on, or back, to another step. */
    TO_OTHER_STEPS(false);

    private final boolean in;

    Flow(boolean in) {
        this.in = in;
    }

    /** Whether it adds to the stock. */
    public boolean isIn() {
        return in;
    }
}
