package dev.kulanz.cases;

/**
 * Nothing of the case is owed any more. Told within the transaction that booked the last payment.
 *
 * @param settled the case as it was before: OPEN, or HANDED_OVER to the agency
 */
public record CaseSettled(DunningCase settled) {}
