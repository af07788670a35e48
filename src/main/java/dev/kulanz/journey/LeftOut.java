package dev.kulanz.journey;

import java.time.Instant;
import java.util.UUID;

/**
 * A step that an item came to and was not told of.
 *
 * @param byHand a person found nothing to write to; else the rules or the diagram said so
 * @param at the last time, UTC
 */
record LeftOut(UUID openItemId, String step, boolean byHand, Instant at) {}
