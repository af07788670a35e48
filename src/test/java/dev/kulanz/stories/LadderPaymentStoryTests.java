package dev.kulanz.stories;

import static dev.kulanz.support.Story.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.contact.Contact;
import dev.kulanz.contact.ContactView;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How far up its ladder a case goes of which somebody pays all, a part or the oldest invoice. */
@KulanzTest
class LadderPaymentStoryTests {

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00"); // a Monday

    private final StoryDebtor anna = story.debtor("Anna");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-03",
                "2026-11-12",
                "2026-11-17",
                "2026-11-20",
                "2026-11-24",
                "2026-11-28",
                "2026-12-01",
                "2026-12-16",
                "2027-01-05"
            })
    void isThankedAndLeftInPeaceOnWhateverStepHePays(String day) {
        ConsumerLadder.reaches(anna).owes("R-1", "100.00", "2026-10-30");
        story.until(day + "T12:00");
        anna.pays("100.00").isSettled();
        assertThat(anna.task()).isNull();
        story.after(days(90));
        anna.received(ConsumerLadder.until(day, day + " payment-thanks"));
        anna.isSettled();
        assertThat(anna.contacts()).noneMatch(contact -> contact.status() == Contact.Status.PLANNED);
    }

    @Test
    void takesBackThePlannedDemandOfWhoPays() {
        ConsumerLadder.reaches(anna).owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-15T12:00"); // a Sunday: the nudge waits for Monday
        assertThat(anna.contacts())
                .filteredOn(contact -> contact.step().equals("digital-nudge"))
                .extracting(ContactView::status)
                .containsExactly(Contact.Status.PLANNED);
        anna.pays("100.00").isSettled();
        assertThat(anna.contacts())
                .filteredOn(contact -> contact.step().equals("digital-nudge"))
                .extracting(ContactView::status)
                .containsExactly(Contact.Status.CANCELLED);
        story.after(days(90));
        anna.received(ConsumerLadder.until("2026-11-15", "2026-11-16 payment-thanks"));
    }

    @Test
    void goesBackToWhatTheYoungerInvoiceWasToldWhenTheOldestIsPaid() {
        anna.owes("R-1", "100.00", "2026-10-30").owes("R-2", "50.00", "2026-11-19");
        story.until("2026-11-23T12:00"); // four days late; nobody can call her
        anna.paysFor("R-1", "100.00").stillOwes("50.00");
        story.until("2026-12-01T20:00");
        anna.received(ConsumerLadder.until("2026-11-19", "2026-11-23 friendly-reminder"));
        assertThat(anna.lastBody()).contains("-R-2", "50,00 €").doesNotContain("-R-1");
        assertThat(anna.lastSent().payBy()).isEqualTo("2026-11-27");
        story.until("2026-12-02T12:00"); // timer: 30 November; patience: the 27th + 3 bank days
        anna.received(ConsumerLadder.until("2026-11-19", "2026-11-23 friendly-reminder", "2026-12-02 second-reminder"));
        assertThat(anna.lastBody()).contains("-R-2").doesNotContain("-R-1");
    }

    @Test
    void restsAWeekOnceAStepForAFifth() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-05T10:00");
        anna.pays("20.00");
        story.until("2026-11-06T10:00");
        anna.pays("20.00"); // a quarter of the rest, but in the same step
        story.until("2026-11-11T20:00");
        anna.received("2026-11-02 friendly-reminder");
        story.until("2026-11-12T10:00");
        anna.received("2026-11-02 friendly-reminder", "2026-11-12 second-reminder");
        assertThat(anna.lastSent().demandedAmount()).isEqualByComparingTo("60.00");
        anna.pays("12.00"); // a fifth again, in the next step: the nudge of the 16th has to wait
        story.until("2026-11-18T20:00");
        anna.received("2026-11-02 friendly-reminder", "2026-11-12 second-reminder");
        assertThat(anna.isBlockedNow()).isTrue();
        story.until("2026-11-19T10:00");
        assertThat(anna.isBlockedNow()).isFalse();
    }

    @Test
    void doesNotRestForLessThanAFifth() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-05T10:00");
        anna.pays("19.99");
        assertThat(anna.isBlockedNow()).isFalse();
        story.until("2026-11-11T10:00");
        anna.received("2026-11-02 friendly-reminder", "2026-11-11 second-reminder");
    }
}
