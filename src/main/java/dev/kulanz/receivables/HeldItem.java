package dev.kulanz.receivables;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open item that is held back, as staff and other systems see it.
 *
 * @param instalment as the creditor numbers the parts of the invoice; null: it has none
 * @param openAmount in major units
 * @param since UTC
 * @param until the last day on which it is held, after which it goes on by itself; null: until it is lifted
 * @param lookOn from this day on a person is to look; null where it ends by itself
 * @param due whether that day has come
 */
public record HeldItem(
        UUID id,
        ItemHold.Reason reason,
        String creditorId,
        String debtorId,
        String name,
        String invoiceId,
        @Nullable Integer instalment,
        LocalDate dueDate,
        BigDecimal openAmount,
        String currency,
        Instant since,
        @Nullable LocalDate until,
        @Nullable LocalDate lookOn,
        boolean due) {}
