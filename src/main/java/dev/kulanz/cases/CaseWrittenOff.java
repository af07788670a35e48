package dev.kulanz.cases;

/** Nobody asks for the money of this case any more; told within the transaction that books it. */
public record CaseWrittenOff(DunningCase writtenOff) {}
