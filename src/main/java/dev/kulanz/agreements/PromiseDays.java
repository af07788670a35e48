package dev.kulanz.agreements;

import dev.kulanz.cases.DunningCase;
import dev.kulanz.receivables.Debtors;
import dev.kulanz.shared.BusinessCalendar;
import dev.kulanz.shared.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The days that follow from the day of a promise. */
@Component
class PromiseDays {

    private final Debtors debtors;
    private final BusinessCalendar calendar;
    private final BusinessClock clock;

    PromiseDays(Debtors debtors, BusinessCalendar calendar, BusinessClock clock) {
        this.debtors = debtors;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The bank day after the last one on which money sent on the promised day may arrive. */
    LocalDate judgeOn(LocalDate promised) {
        return calendar.plusBankDays(calendar.arrivalOf(promised), 1);
    }

    /** Null if that day is over or has begun: who promises today to pay tomorrow need not be reminded. */
    @Nullable Instant remindAt(DunningCase of, LocalDate promised) {
        return remindOn(of, promised).map(BusinessCalendar::opening).orElse(null);
    }

    /** The day on which he is still to be reminded. */
    Optional<LocalDate> remindOn(DunningCase of, LocalDate promised) {
        LocalDate day =
                calendar.contactDayBefore(promised, debtors.get(of.debtorId()).state());
        return day.isAfter(clock.today()) ? Optional.of(day) : Optional.empty();
    }
}
