package dev.kulanz.handover;

/**
 * The agency said whether it takes a case that waits for its answer. Told within the transaction that notes it.
 *
 * @param answer ACCEPTED: it has the case; else the case is ours and open again
 */
public record AgencyAnswered(String caseNumber, Handover.Status answer) {}
