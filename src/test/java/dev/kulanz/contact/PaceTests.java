package dev.kulanz.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.shared.BusinessCalendar;
import dev.kulanz.shared.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How soon a debtor may be asked again, by what was said to him before. */
class PaceTests {

    private static final BusinessCalendar CALENDAR = new BusinessCalendar();

    @ParameterizedTest
    @CsvSource({
        "DIGITAL_NUDGE,  2026-11-10T10:00, 2026-11-10T10:00", // a nudge repeats the day
        "SECOND_REMINDER, 2026-11-10T10:00, 2026-11-11T08:00", // Friday the 6th and three bank days
        "FINAL_NOTICE,   2026-11-12T21:00, 2026-11-13T08:00", // patience is over, the window is not open
        "DUNNING_NOTICE, 2026-11-14T23:00, 2026-11-16T08:00", // nothing goes out on a Sunday
        "PAYMENT_THANKS, 2026-11-10T10:00, 2026-11-10T10:00"
    })
    void waitsForTheDaysToPayBeforeWhatIsFirmer(Step step, String from, String earliest) {
        assertThat(pace("2026-11-06").message(step, berlin(from))).isEqualTo(berlin(earliest));
    }

    @Test
    void asksOncePerDayAndThreeTimesInSevenDays() {
        Instant now = berlin("2026-11-06T10:00"); // a Friday
        assertThat(pace(null, "2026-11-06T08:00").message(Step.DIGITAL_NUDGE, now))
                .isEqualTo(berlin("2026-11-07T08:00"));
        assertThat(pace(null, "2026-11-06T08:00", "2026-11-04T08:00", "2026-11-03T09:00")
                        .message(Step.DIGITAL_NUDGE, now))
                .isEqualTo(berlin("2026-11-10T09:00"));
        assertThat(pace(null, "2026-11-06T08:00").message(Step.PROMISE_REMINDER, now))
                .as("a service message")
                .isEqualTo(now);
    }

    @Test
    void forgetsForALaterDayWhatIsLongAgoThen() {
        assertThat(pace(null, "2026-11-06T08:00", "2026-11-04T08:00", "2026-11-03T09:00")
                        .message(Step.DIGITAL_NUDGE, berlin("2026-11-18T10:00")))
                .isEqualTo(berlin("2026-11-18T10:00"));
    }

    @Test
    void callsAtTheHourOfEachAttempt() {
        assertThat(pace(null).call(1, berlin("2026-11-09T08:00"))).isEqualTo(berlin("2026-11-09T10:00"));
        assertThat(pace(null).call(3, berlin("2026-11-09T08:00"))).isEqualTo(berlin("2026-11-09T17:30"));
        assertThat(pace(null, "2026-11-09T08:00").call(1, berlin("2026-11-09T09:00")))
                .isEqualTo(berlin("2026-11-10T10:00"));
    }

    @Test
    void isOfTheDebtorsOwnHolidays() {
        Pace saxon = new Pace(CALENDAR, null, List.of(), "SN");
        assertThat(saxon.message(Step.DIGITAL_NUDGE, berlin("2026-11-18T10:00"))) // Day of Repentance
                .isEqualTo(berlin("2026-11-19T08:00"));
    }

    private static Pace pace(@Nullable String lastPayBy, String... asked) {
        return new Pace(
                CALENDAR,
                lastPayBy == null ? null : LocalDate.parse(lastPayBy),
                Arrays.stream(asked).map(PaceTests::berlin).toList(),
                null);
    }

    private static Instant berlin(String moment) {
        return LocalDateTime.parse(moment).atZone(BusinessClock.ZONE).toInstant();
    }
}
