package dev.kulanz.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who would hear from us within the next seven days, for the first time or again.
 *
 * @param debtorId the creditor's own debtor id
 * @param date business day (Europe/Berlin); quiet hours, Sundays and holidays may still move it
 * @param amount what is open and past its due date on that day
 * @param cause what the file that is tried has to do with it
 * @param without how it would come without the file; null: not at all, or the same
 * @param prevention why it does not come; null: it does
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
        @Nullable String channel,
        FileEffect.@Nullable Cause cause,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Without without,
        @JsonInclude(JsonInclude.Include.NON_NULL) FileEffect.@Nullable Prevention prevention) {

    /** How the message would come without the file. */
    public record Without(
            LocalDate date, String step, @Nullable String channel, BigDecimal amount) {

        static Without of(UpcomingContact contact) {
            return new Without(contact.date(), contact.step(), contact.channel(), contact.amount());
        }
    }

    /** What a file has to do with it is not known yet. */
    UpcomingContact(
            String creditorId,
            String debtorId,
            String name,
            LocalDate date,
            BigDecimal amount,
            String currency,
            String step,
            @Nullable String channel) {
        this(creditorId, debtorId, name, date, amount, currency, step, channel, null, null, null);
    }

    UpcomingContact because(
            FileEffect.Cause why, @Nullable Without otherwise, FileEffect.@Nullable Prevention prevented) {
        return new UpcomingContact(
                creditorId, debtorId, name, date, amount, currency, step, channel, why, otherwise, prevented);
    }

    boolean isSameAs(UpcomingContact other) {
        return date.equals(other.date())
                && step.equals(other.step())
                && Objects.equals(channel, other.channel())
                && amount.compareTo(other.amount()) == 0;
    }
}
