package dev.kulanz.receivables;

/** A creditor has said all that messages need: what waited for it can go. */
public record CreditorCompleted(String creditorId) {}
