package dev.kulanz.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happens next in a case.
 *
 * @param what in the words of the diagram
 * @param at when, UTC; null: it waits for somebody or something
 */
public record NextAction(String what, @Nullable Instant at) {}
