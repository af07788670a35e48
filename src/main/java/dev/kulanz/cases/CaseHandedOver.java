package dev.kulanz.cases;

/** The agency gets the case; told within the transaction that gives it away. */
public record CaseHandedOver(DunningCase handedOver) {}
