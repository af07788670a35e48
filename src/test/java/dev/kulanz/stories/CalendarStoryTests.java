package dev.kulanz.stories;

import static dev.kulanz.support.Story.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.contact.ContactView;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Stories;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody is written to at night, on Sundays and holidays; nobody is hurried; and it does not matter how time passes. */
@KulanzTest
class CalendarStoryTests {

    @Autowired
    private Stories stories;

    @Test
    void writesNothingOnASundayAndAtEightOnMonday() {
        try (Story story = stories.beginAt("2026-11-01T10:00")) {
            StoryDebtor anna = story.debtor("Anna").owes("R-1", "100.00", "2026-10-20");
            story.until("2026-11-02T07:59");
            anna.receivedNothing();
            story.until("2026-11-02T08:00");
            assertThat(anna.lastSentAt()).isEqualTo("2026-11-02T08:00:00");
        }
    }

    @Test
    void writesNothingInTheEvening() {
        try (Story story = stories.beginAt("2026-11-03T20:00")) {
            StoryDebtor anna = story.debtor("Anna").owes("R-1", "100.00", "2026-10-20");
            story.until("2026-11-04T10:00");
            assertThat(anna.lastSentAt()).isEqualTo("2026-11-04T08:00:00");
        }
    }

    @Test
    void keepsTheHolidaysOfTheDebtorsState() {
        try (Story story = stories.beginAt("2027-01-05T21:00")) { // the day before Epiphany
            StoryDebtor inMunich = story.debtor("Monika").with("state", "BY").owes("M-1", "100.00", "2026-12-20");
            StoryDebtor inCologne = story.debtor("Kurt").with("state", "NW").owes("K-1", "100.00", "2026-12-20");
            story.until("2027-01-08T10:00");
            inMunich.received("2027-01-07 friendly-reminder");
            inCologne.received("2027-01-06 friendly-reminder");
        }
    }

    @Test
    void keepsSummerTime() {
        try (Story story = stories.beginAt("2027-03-27T21:00")) { // clocks go forward in the night to Sunday
            StoryDebtor anna = story.debtor("Anna").owes("R-1", "100.00", "2027-03-20");
            story.until("2027-03-31T10:00");
            assertThat(anna.lastSentAt()).isEqualTo("2027-03-30T08:00:00"); // Easter Monday is the 29th
        }
    }

    @Test
    void waitsThreeBankDaysAfterThePayByDateAlsoOverChristmas() {
        try (Story story = stories.beginAt("2026-12-21T07:00")) {
            StoryDebtor anna = story.debtor("Anna").owes("R-1", "100.00", "2026-12-18");
            story.until("2026-12-21T09:00");
            // four days end on Christmas Day, a Friday; the next working day is Monday
            assertThat(anna.lastSent().payBy()).isEqualTo("2026-12-28");
            story.until("2027-01-15T10:00");
            anna.received(
                    "2026-12-21 friendly-reminder",
                    "2026-12-31 second-reminder",
                    "2027-01-04 digital-nudge",
                    "2027-01-07 plan-offer");
        }
    }

    @Test
    void comesToTheSameEndInOneJumpAsInThirtyDays() {
        List<String> inOneJump;
        try (Story story = stories.beginAt("2026-11-02T07:00")) {
            List<StoryDebtor> debtors = someDebtors(story);
            story.after(days(30));
            inOneJump = everything(debtors);
        }
        try (Story story = stories.beginAt("2026-11-02T07:00")) {
            List<StoryDebtor> debtors = someDebtors(story);
            IntStream.range(0, 30).forEach(day -> story.after(days(1)));
            assertThat(everything(debtors)).isEqualTo(inOneJump).hasSizeGreaterThan(30);
        }
    }

    private static List<StoryDebtor> someDebtors(Story story) {
        return IntStream.range(0, 20)
                .mapToObj(i -> story.debtor("D" + i)
                        .with("debtor_type", i % 3 == 0 ? "BUSINESS" : "CONSUMER")
                        .owes(
                                "R-" + i,
                                "100.00",
                                LocalDate.of(2026, 10, 20).plusDays(i).toString())
                        .owes("U-" + i, "30.00", i % 2 == 0 ? "EUR" : "USD", "2026-11-06"))
                .toList();
    }

    private static List<String> everything(List<StoryDebtor> debtors) {
        return debtors.stream()
                .flatMap(debtor -> debtor.sent().stream())
                .map(CalendarStoryTests::line)
                .toList();
    }

    private static String line(ContactView sent) {
        return LocalDateTime.ofInstant(sent.sentAt(), java.time.ZoneOffset.UTC) + " " + sent.step() + " "
                + sent.demandedAmount() + " " + sent.recipient();
    }
}
