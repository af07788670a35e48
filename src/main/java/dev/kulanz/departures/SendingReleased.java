package dev.kulanz.departures;

/** A person looked, and sending goes on. Told within the transaction that releases it. */
public record SendingReleased(Rest rest) {}
