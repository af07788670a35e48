package dev.kulanz.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happens next in a case.
 *
 * @param what in the words of the diagram
 * @param at when, UTC; null: it waits for somebody or something
 * @param failed it was tried and has failed: it waits for an operator, or for what heals it
 */
public record NextAction(String what, @Nullable Instant at, boolean failed) {}
