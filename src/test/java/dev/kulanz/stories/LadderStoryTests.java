package dev.kulanz.stories;

import static dev.kulanz.support.Story.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.cases.BlockReason;
import dev.kulanz.contact.Contact;
import dev.kulanz.contact.Purpose;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The ladders from the first friendly words to the hand-over decision, for who stays silent and where a block holds. */
@KulanzTest
class LadderStoryTests {

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00"); // a Monday

    private final StoryDebtor anna = story.debtor("Anna");

    // ---- silence

    @Test
    void climbsToTheHandoverDecisionWhenADebtorStaysSilent() {
        ConsumerLadder.reaches(anna).owes("R-1", "100.00", "2026-10-30");
        story.until("2027-01-08T07:59"); // 18 days after the final notice is the 4th; to pay by the 5th, and three bank
        // days
        anna.received(ConsumerLadder.whole());
        assertThat(anna.sent())
                .filteredOn(contact -> contact.purpose() == Purpose.DEMAND)
                .extracting(contact -> contact.channel().name())
                .containsExactly("EMAIL", "EMAIL", "EMAIL", "EMAIL", "LETTER", "LETTER");
        assertThat(anna.task()).isNull();
        story.until("2027-01-08T20:00");
        assertThat(anna.task().getName()).isEqualTo("Release hand-over");
        story.after(days(60));
        anna.received(ConsumerLadder.whole());
        assertThat(anna.task().getName()).isEqualTo("Release hand-over");
    }

    @Test
    void callsOnThreeDaysAtThreeHours() {
        ConsumerLadder.reaches(anna).owes("R-1", "100.00", "2026-10-30");
        story.until("2026-12-01T12:00");
        assertThat(anna.contacts())
                .filteredOn(contact -> contact.step().equals("voicebot-call"))
                .allMatch(call -> call.status() == Contact.Status.FAILED)
                .extracting(call -> LocalDateTime.ofInstant(call.notBefore(), BusinessClock.ZONE)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString())
                .containsExactly("2026-11-23T10:00", "2026-11-25T13:00", "2026-11-27T17:30");
    }

    @Test
    void namesTheDayOfTheSecondReminderInNudgeAndOfferToo() {
        ConsumerLadder.reaches(anna).owes("R-1", "100.00", "2026-10-30");
        story.until("2026-12-18T12:00");
        assertThat(anna.sent())
                .filteredOn(contact -> contact.purpose() == Purpose.DEMAND)
                .extracting(contact -> contact.step() + " " + contact.payBy())
                .containsExactly(
                        "friendly-reminder 2026-11-06",
                        "second-reminder 2026-11-23",
                        "digital-nudge 2026-11-23",
                        "plan-offer 2026-11-23",
                        "dunning-notice 2026-12-14",
                        "final-notice 2027-01-05");
    }

    @Test
    void climbsAShorterLadderWithABusiness() {
        ConsumerLadder.reaches(anna).with("debtor_type", "BUSINESS").owes("R-1", "5000.00", "2026-10-30");
        story.until("2026-12-23T07:59");
        anna.received(
                "2026-11-02 friendly-reminder", // three days after the due date; to pay by the 9th
                "2026-11-16 dunning-notice", // 14 days later; a letter arrives on the 19th; to pay by the 30th
                "2026-12-03 final-notice"); // 17 days later; arrives on the 8th; to pay by Friday the 18th
        assertThat(anna.task()).isNull();
        story.until("2026-12-23T12:00"); // 18 days later is the 21st; the 18th and three bank days
        assertThat(anna.task().getName()).isEqualTo("Release hand-over");
    }

    @Test
    void neverEscalatesWhatNobodyHeardOf() {
        anna.with("email", "").owes("R-1", "100.00", "2026-10-30");
        for (int week = 0; week < 30; week++) {
            story.after(days(7));
            if (anna.task() != null) {
                assertThat(anna.task().getName()).isEqualTo("Find contact details");
                anna.taskCompleted(Map.of("decision", "NOTHING_FOUND"));
            }
            assertThat(anna.nextAction()).as("in week " + week).isNotNull();
        }
        anna.receivedNothing().stillOwes("100.00");
        assertThat(anna.contacts()).isEmpty();
        assertThat(anna.history())
                .filteredOn(entry -> entry.kind().equals("StepFound"))
                .extracting(entry -> entry.facts().get("next"))
                .containsOnly(
                        "friendly-reminder", "dunning-notice"); // reminders are left out, no ground of a hand-over
    }

    @Test
    void beginsFriendlyWithWhoIsFoundLate() {
        anna.with("email", "").owes("R-1", "100.00", "2026-10-30");
        for (int week = 0; week < 8; week++) {
            story.after(days(7));
            if (anna.task() != null) {
                anna.taskCompleted(Map.of("decision", "NOTHING_FOUND"));
            }
        }
        story.until("2027-01-11T10:00"); // a Monday
        anna.taskCompleted(Map.of("decision", "FOUND", "email", "anna.neu@example.com"));
        anna.received("2027-01-11 friendly-reminder");
        story.until("2027-01-20T12:00"); // to pay by the 15th, and three bank days
        anna.received("2027-01-11 friendly-reminder", "2027-01-20 second-reminder");
    }

    // ---- blocks

    @Test
    void takesTheStepWhoseTimerPassedWhenAShortBlockEnds() {
        ConsumerLadder.reaches(anna).owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-28T10:00");
        anna.isBlockedUntil("2026-12-03");
        story.until("2026-12-03T23:00");
        anna.received(ConsumerLadder.until("2026-11-28"));
        story.until("2026-12-24T20:00"); // 14 days later is the 18th; to pay by the 21st, and three bank days
        anna.received(ConsumerLadder.until("2026-11-28", "2026-12-04 dunning-notice", "2026-12-24 final-notice"));
    }

    @Test
    void goesOnWithTheMahnungAfterFriendlyWordsWhenALongBlockEnds() {
        ConsumerLadder.reaches(anna).owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-28T10:00");
        anna.isBlocked(BlockReason.HARDSHIP);
        story.until("2026-12-10T10:00");
        anna.isFreed();
        assertThat(anna.lastSent().style()).isEqualTo("after-block");
        assertThat(anna.lastSent().payBy()).isEqualTo("2026-12-17");
        story.until("2026-12-22T12:00"); // the 17th + 3 bank days
        anna.received(ConsumerLadder.until("2026-11-28", "2026-12-10 friendly-reminder", "2026-12-22 dunning-notice"));
    }

    @Test
    void standsWhereTheRestStandsWhileTheOldestInvoiceIsDisputed() {
        anna.owes("R-1", "100.00", "2026-10-30").owes("R-2", "50.00", "2026-11-12");
        story.until("2026-11-13T10:00");
        anna.received("2026-11-02 friendly-reminder", "2026-11-11 second-reminder");
        anna.isBlockedFor("R-1");
        story.until("2026-11-17T10:00");
        anna.received("2026-11-02 friendly-reminder", "2026-11-11 second-reminder", "2026-11-16 friendly-reminder");
        assertThat(anna.lastBody()).contains("-R-2").doesNotContain("-R-1");
        assertThat(anna.summary().step()).isEqualTo("friendly-reminder");
        story.until("2026-11-18T10:00");
        anna.isFreed();
        anna.received(
                "2026-11-02 friendly-reminder",
                "2026-11-11 second-reminder",
                "2026-11-16 friendly-reminder",
                "2026-11-18 digital-nudge"); // was to come on the 16th
        assertThat(anna.lastBody()).contains("-R-1");
        assertThat(anna.summary().step()).isEqualTo("digital-nudge");
        assertThat(anna.lastSent().payBy()).isEqualTo("2026-11-23");
    }
}
