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

/** What was written, but has not gone out, when something else happened. */
@KulanzTest
class OvertakenStoryTests {

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00");

    private final StoryDebtor anna = story.debtor("Anna");

    @Test
    void isNotThankedForAPaymentThatCameBackInTheMeantime() {
        anna.owes("R-1", "50.00", "2026-10-30");
        story.until("2026-11-03T20:30");
        anna.pays("50.00").isSettled();
        story.until("2026-11-03T21:30");
        anna.lastPaymentComesBack();
        story.after(days(1));
        anna.received("2026-11-02 friendly-reminder", "2026-11-04 payment-returned");
        assertThat(anna.contacts())
                .filteredOn(contact -> contact.step().equals("payment-thanks"))
                .extracting(ContactView::status)
                .containsExactly(Contact.Status.CANCELLED);
    }
}
