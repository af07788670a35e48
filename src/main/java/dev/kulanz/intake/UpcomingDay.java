package dev.kulanz.intake;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Everybody who would hear from us on a day, in one currency.
 *
 * @param amount what they owe that is past its due date on that day
 */
public record UpcomingDay(LocalDate date, String currency, long contacts, BigDecimal amount) {

    UpcomingDay and(UpcomingDay other) {
        return new UpcomingDay(date, currency, contacts + other.contacts, amount.add(other.amount));
    }

    static UpcomingDay of(UpcomingContact one) {
        return new UpcomingDay(one.date(), one.currency(), 1, one.amount());
    }
}
