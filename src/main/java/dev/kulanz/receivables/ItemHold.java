package dev.kulanz.receivables;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What holds an item back, in a case or in none: nobody is asked for it, and it enters no case.
 *
 * @param about the event that it came of; null: the mandate of the item
 * @param until the last day on which it holds, after which it ends by itself; null: until it is lifted
 * @param lookOn from this day on a person is to look, as it does not end by itself; null where it does
 */
public record ItemHold(
        UUID id,
        UUID openItemId,
        Reason reason,
        @Nullable UUID about,
        Instant fromAt,
        @Nullable LocalDate until,
        @Nullable LocalDate lookOn,
        String placedBy) {

    public enum Reason {
        /** There is a mandate, or the debit is under way. */
        DIRECT_DEBIT,
        /** The debtor said that he sends it back. */
        RETURN_ANNOUNCED,
        /** It came back, and no credit note has come yet. */
        RETURN_RECEIVED,
        /** Nobody is in default before he was served (§ 320 BGB). */
        NOT_DELIVERED,
        /** The order was cancelled, and no credit note has come yet. */
        CANCELLED
    }
}
