package dev.kulanz.contact;

import dev.kulanz.shared.BusinessCalendar;
import dev.kulanz.shared.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * When calls are made: each attempt in another part of the day, Monday to Friday. The first in the morning, the second
 * after lunch, the third in the early evening, so that days of rest between attempts stay as long as they are meant.
 */
@Component
class CallHours {

    private static final List<Part> PARTS = List.of(part("10:00"), part("13:00"), part("17:30"));
    private static final int HOURS = 2;

    private final BusinessCalendar calendar;

    CallHours(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    private record Part(LocalTime from, LocalTime until) {}

    private static Part part(String from) {
        return new Part(LocalTime.parse(from), LocalTime.parse(from).plusHours(HOURS));
    }

    /**
     * For what an attempt has to wait, its hour included.
     *
     * @param attempt counts from 1
     * @param state the debtor's Bundesland; null: not known
     */
    Waits after(Waits waits, Instant now, int attempt, @Nullable String state) {
        return waits.until(from(waits.endFrom(now), attempt, state), now, Wait.CALL_HOURS);
    }

    /** The same for a moment. */
    Instant from(Instant moment, int attempt, @Nullable String state) {
        Part part = PARTS.get((attempt - 1) % PARTS.size());
        ZonedDateTime local = moment.atZone(BusinessClock.ZONE);
        LocalTime time = local.toLocalTime();
        LocalDate day = calendar.workingDayFrom(local.toLocalDate(), state);
        if (day.equals(local.toLocalDate())) {
            if (!time.isBefore(part.until())) {
                day = calendar.workingDayFrom(day.plusDays(1), state);
            } else if (!time.isBefore(part.from())) {
                return moment;
            }
        }
        return day.atTime(part.from()).atZone(BusinessClock.ZONE).toInstant();
    }
}
