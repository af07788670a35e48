package dev.kulanz.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who would hear from us within the next seven days, for the first time or again.
 *
 * @param debtorId the creditor's own debtor id
 * @param date business day (Europe/Berlin); quiet hours, Sundays and holidays may still move it
 * @param amount what is open and past its due date on that day
 * @param channel null: there is no usable contact point, a case worker would be asked for one
 */
public record UpcomingContact(
        String creditorId,
        String debtorId,
        String name,
        LocalDate date,
        BigDecimal amount,
        String currency,
        String step,
        @Nullable String channel) {}
