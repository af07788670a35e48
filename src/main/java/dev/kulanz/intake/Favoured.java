package dev.kulanz.intake;

/** Whom a row that was not taken may be to the credit of: of its ids that contradict each other any may be the right one. */
enum Favoured {
    /** The debtor whose id it bears. */
    NAMED,
    /** The debtor whose id it bears but for the zeros at its start. */
    WITH_ZEROS,
    /** Who owes the invoice that it names or credits, or has the credit note: here, or by another row of the file. */
    OWNER
}
