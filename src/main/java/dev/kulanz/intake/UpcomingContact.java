package dev.kulanz.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who would hear from us for the first time within the next seven days.
 *
 * @param debtorId the creditor's own debtor id
 * @param date business day (Europe/Berlin); quiet hours, Sundays and holidays may still move it
 * @param channel null: there is no usable contact point, a case worker would be asked for one
 */
public record UpcomingContact(
        String creditorId,
        String debtorId,
        String name,
        LocalDate date,
        String step,
        @Nullable String channel) {}
