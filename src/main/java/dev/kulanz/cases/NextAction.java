package dev.kulanz.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happens next in a case.
 *
 * @param what in the words of the diagram
 * @param at when, UTC, never past: with all that holds back a message or a hand-over as far as it is known now, the contact
 *     window, the days to pay and three bank days, what one person may be asked; null: it waits for somebody or something
 * @param failed it was tried and has failed: it waits for an operator, or for what heals it
 * @param ready of the release of a hand-over: whether nothing is missing for it; null: it is none
 */
public record NextAction(
        String what,
        @Nullable Instant at,
        boolean failed,
        @Nullable Boolean ready) {}
