package dev.kulanz.intake;

/** What the column {@code amount} of a file names. */
public enum AmountMeaning {
    /**
     * Nothing was said. It is the invoice's amount, unless it is exactly what was left here of a known invoice after a
     * payment.
     */
    UNSAID,
    /** The invoice's full amount. */
    INVOICE,
    /** What is left of the invoice, as in most lists of open items. */
    REMAINING
}
