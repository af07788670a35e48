package dev.kulanz.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Stories;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who pays on the due date is not told that nothing arrived: three bank days pass before the first reminder. */
@KulanzTest
class BankDayStoryTests {

    @Autowired
    private Stories stories;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a Friday,                 2027-01-22, BE, 2027-01-27",
        "a Saturday,               2027-01-23, BE, 2027-01-28",
        "Thursday before Easter,   2027-03-25, BE, 2027-04-01",
        "Christmas Eve,            2026-12-24, BE, 2026-12-30",
        "a holiday of his state,   2027-01-06, BY, 2027-01-12",
        "no holiday of his state,  2027-01-06, BE, 2027-01-11"
    })
    void remindsThreeBankDaysAfterTheDueDateAndTheDryRunSaysSo(String name, String due, String state, String first) {
        try (Story story = stories.beginAt(due + "T07:00")) {
            story.waitsBankDays(3);
            StoryDebtor anna = story.debtor("Anna").with("state", state);
            story.standAt(java.time.LocalDate.parse(first).minusDays(2) + "T07:00");
            assertThat(anna.wouldReceive("R-1", "100.00", due)).containsExactly(first + " friendly-reminder EMAIL");
            story.standAt(due + "T07:00");
            anna.owes("R-1", "100.00", due);
            story.until(first + "T07:59");
            anna.receivedNothing();
            story.until(first + "T08:00");
            anna.received(first + " friendly-reminder");
        }
    }

    @Test
    void remindsAtOnceOfWhatIsOverdueForLonger() {
        try (Story story = stories.beginAt("2026-11-02T07:00")) {
            story.waitsBankDays(3);
            StoryDebtor anna = story.debtor("Anna").owes("R-1", "100.00", "2026-10-20");
            story.until("2026-11-02T08:00");
            anna.received("2026-11-02 friendly-reminder");
        }
    }

    @Test
    void namesAnInvoiceThatJoinsTheCaseOnlyAfterItsOwnBankDays() {
        try (Story story = stories.beginAt("2026-11-02T07:00")) {
            story.waitsBankDays(3);
            StoryDebtor anna =
                    story.debtor("Anna").owes("R-1", "100.00", "2026-10-20").owes("R-2", "50.00", "2026-10-30");
            story.until("2026-11-02T08:00");
            assertThat(anna.lastBody()).contains("R-1", "100,00 €").doesNotContain("R-2", "50,00 €");
        }
    }

    @Test
    void keepsWhatHeldWhenACaseWasOpened() {
        try (Story story = stories.beginAt("2026-11-02T07:00")) {
            StoryDebtor before = story.debtor("Before").owes("B-1", "100.00", "2026-10-30");
            story.waitsBankDays(3);
            StoryDebtor after = story.debtor("After").owes("A-1", "100.00", "2026-10-30");
            story.until("2026-11-05T12:00");
            before.received("2026-11-02 friendly-reminder");
            after.received("2026-11-04 friendly-reminder");
        }
    }
}
