package dev.kulanz.agreements;

import dev.kulanz.cases.DunningCase;
import dev.kulanz.receivables.Debtors;
import dev.kulanz.shared.BusinessCalendar;
import dev.kulanz.shared.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The days that follow from the day of a promise. */
@Component
class PromiseDays {

    /** A transfer that was made on the promised day is still on its way; also a weekend may lie between. */
    private static final int BANK_DAYS_OF_GRACE = 3;

    private final Debtors debtors;
    private final BusinessCalendar calendar;
    private final BusinessClock clock;

    PromiseDays(Debtors debtors, BusinessCalendar calendar, BusinessClock clock) {
        this.debtors = debtors;
        this.calendar = calendar;
        this.clock = clock;
    }

    LocalDate judgeOn(LocalDate promised) {
        return calendar.plusBankDays(promised, BANK_DAYS_OF_GRACE + 1);
    }

    /** Null if that day is over or has begun: who promises today to pay tomorrow need not be reminded. */
    @Nullable Instant remindAt(DunningCase of, LocalDate promised) {
        LocalDate day =
                calendar.contactDayBefore(promised, debtors.get(of.debtorId()).state());
        return day.isAfter(clock.today()) ? BusinessCalendar.opening(day) : null;
    }
}
