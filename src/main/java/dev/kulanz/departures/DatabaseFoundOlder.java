package dev.kulanz.departures;

/**
 * The database is taken to be restored from a backup: numbers that it has given to others since must not be given again. Told within
 * the transaction that notes it.
 */
public record DatabaseFoundOlder(Rest rest) {}
