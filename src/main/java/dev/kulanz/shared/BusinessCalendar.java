package dev.kulanz.shared;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which days are bank days and holidays, and when people may be contacted. Germany for now; a debtor's Bundesland adds
 * its regional holidays. All days are those of {@link BusinessClock#ZONE}.
 */
public final class BusinessCalendar {

    /** Messages go out between these hours; the custom of the field, no statute fixes it. */
    public static final LocalTime WINDOW_OPENS = LocalTime.of(8, 0);

    public static final LocalTime WINDOW_CLOSES = LocalTime.of(20, 0);

    /** For so long a transfer may be on its way: one bank day by § 675s BGB, two on paper, and one until it is booked. */
    private static final int BANK_DAYS_ON_THE_WAY = 3;

    private final HolidayManager germany =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.GERMANY));

    /**
     * A day on which banks in Germany book transfers: neither weekend nor nationwide holiday. The holidays of TARGET are
     * all among these.
     */
    public boolean isBankDay(LocalDate day) {
        return !isWeekend(day) && !germany.isHoliday(day);
    }

    /** Saturdays, Sundays and holidays, including those of the Bundesland. */
    public boolean isWorkingDay(LocalDate day, @Nullable String state) {
        return !isWeekend(day) && !isHoliday(day, state);
    }

    public boolean isHoliday(LocalDate day, @Nullable String state) {
        return germany.isHoliday(day) || (state != null && germany.isHoliday(day, state.toLowerCase(Locale.ROOT)));
    }

    /** The day itself, or else the next one that is neither Saturday, Sunday nor holiday (§ 193 BGB). */
    public LocalDate workingDayFrom(LocalDate day, @Nullable String state) {
        LocalDate candidate = day;
        while (!isWorkingDay(candidate, state)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    /** The n-th bank day after a day. */
    public LocalDate plusBankDays(LocalDate day, int bankDays) {
        LocalDate result = day;
        for (int left = bankDays; left > 0; ) {
            result = result.plusDays(1);
            if (isBankDay(result)) {
                left--;
            }
        }
        return result;
    }

    /** The last day on which money may still arrive that was sent on this one. */
    public LocalDate arrivalOf(LocalDate lastDayToPay) {
        return plusBankDays(lastDayToPay, BANK_DAYS_ON_THE_WAY);
    }

    /** The end of the patience with who was to pay by a day: not before this moment is he asked more firmly. */
    public Instant patienceUntil(LocalDate payBy) {
        return opening(arrivalOf(payBy));
    }

    /** The moment itself if it lies in the contact window, else the next opening: never on Sundays and holidays. */
    public Instant windowFrom(Instant moment, @Nullable String state) {
        ZonedDateTime local = moment.atZone(BusinessClock.ZONE);
        if (isContactDay(local.toLocalDate(), state)) {
            if (local.toLocalTime().isBefore(WINDOW_OPENS)) {
                return opening(local.toLocalDate());
            }
            if (local.toLocalTime().isBefore(WINDOW_CLOSES)) {
                return moment;
            }
        }
        LocalDate next = local.toLocalDate().plusDays(1);
        while (!isContactDay(next, state)) {
            next = next.plusDays(1);
        }
        return opening(next);
    }

    /** The last day before this one on which people may be contacted: no Sunday, no holiday. */
    public LocalDate contactDayBefore(LocalDate day, @Nullable String state) {
        LocalDate candidate = day.minusDays(1);
        while (!isContactDay(candidate, state)) {
            candidate = candidate.minusDays(1);
        }
        return candidate;
    }

    /** The opening of the contact window on this day, whatever day it is. */
    public static Instant opening(LocalDate day) {
        return day.atTime(WINDOW_OPENS).atZone(BusinessClock.ZONE).toInstant();
    }

    private boolean isContactDay(LocalDate day, @Nullable String state) {
        return day.getDayOfWeek() != DayOfWeek.SUNDAY && !isHoliday(day, state);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
