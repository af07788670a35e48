package dev.kulanz.receivables;

import java.util.Collection;

/** A list has named all that is open of these creditors. Told within the transaction that takes it. */
public record CompleteListTaken(Collection<String> creditorIds) {}
