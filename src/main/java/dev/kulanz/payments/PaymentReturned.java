package dev.kulanz.payments;

import dev.kulanz.cases.DunningCase;

/**
 * A payment came back, and what it had paid is owed again; told within the transaction that books it.
 *
 * @param of the case that is concerned, reopened if it was settled
 */
public record PaymentReturned(DunningCase of, Payment payment) {}
