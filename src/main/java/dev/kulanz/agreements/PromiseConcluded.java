package dev.kulanz.agreements;

/** It is known what became of a promise: its status is no longer OPEN. Told within the transaction. */
public record PromiseConcluded(Promise promise) {}
