package dev.kulanz.agreements;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A debtor promised to pay. Told within the transaction.
 *
 * @param remindAt when to remind of it: the opening of the last day of contact before the promised one; null if that is
 *     over already
 * @param judgeAt when to look whether it was kept
 */
public record PromiseMade(Promise promise, @Nullable Instant remindAt, Instant judgeAt) {}
