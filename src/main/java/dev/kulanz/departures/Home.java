package dev.kulanz.departures;

import java.time.Instant;
import java.util.UUID;

/**
 * A data folder from which messages are sent, as the database knows it.
 *
 * @param lastSeen real time, by the clock of its own machine
 * @param beats signs of life so far
 * @param closed it ended in peace, and all that it sent is known
 */
record Home(UUID id, Instant lastSeen, long beats, boolean closed) {}
