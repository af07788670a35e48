package dev.kulanz.cases;

/** Nothing of the case is owed any more. Told within the transaction that booked the last payment. */
public record CaseSettled(DunningCase settled) {}
