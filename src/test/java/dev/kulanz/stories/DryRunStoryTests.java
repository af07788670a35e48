package dev.kulanz.stories;

import static dev.kulanz.support.Story.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.contact.ContactView;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a dry run says of the next seven days is what happens in them. */
@KulanzTest
class DryRunStoryTests {

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00");

    private final StoryDebtor mail = story.debtor("Mail");
    private final StoryDebtor letter = story.debtor("Letter").with("email", "");
    private final StoryDebtor phone = story.debtor("Phone").with("email", "");
    private final StoryDebtor nothing = story.debtor("Nothing").with("email", "");

    /** All four of one file, each in the way in which he can be reached. */
    private void reachable() {
        letter.with("street", "Lindenallee 1").with("postcode", "04177").with("city", "Leipzig");
        phone.with("phone", "+49 341 2345678");
    }

    @Test
    void namesTheChannelThatIsThenUsedForWhoHearsFromUsForTheFirstTime() {
        reachable();
        foretold("2026-10-31", mail, letter, phone, nothing);
        assertThat(sentTo(mail)).containsExactly("2026-11-03 friendly-reminder EMAIL");
        assertThat(sentTo(letter)).containsExactly("2026-11-03 friendly-reminder LETTER");
        assertThat(phone.task().getName()).isEqualTo("Find contact details");
        assertThat(nothing.task().getName()).isEqualTo("Find contact details");
    }

    @Test
    void saysThatAClerkIsAskedWhereTheCreditorWritesNoLetters() {
        reachable();
        story.usesChannels("EMAIL", "VOICE");
        assertThat(letter.wouldReceive("R-1", "100.00", "2026-10-31"))
                .containsExactly("2026-11-03 friendly-reminder null");
        letter.owes("R-1", "100.00", "2026-10-31");
        story.until("2026-11-03T10:00");
        assertThat(letter.task().getName()).isEqualTo("Find contact details");
    }

    @Test
    void namesTheLetterOfWhomOurMailsDoNotReach() {
        reachable();
        letter.with("dunning_step", "friendly-reminder").with("last_reminder_on", "2026-10-26");
        foretold("2026-10-20", letter);
        assertThat(sentTo(letter)).containsExactly("2026-11-04 second-reminder LETTER");
    }

    @Test
    void leavesOutTheNudgeOfWhoHasPromisedBefore() {
        mail.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-04T12:00");
        mail.promises("100.00", "2026-11-06");
        story.until("2026-11-25T12:00");
        int before = sentTo(mail).size();
        List<String> told = mail.wouldReceive("R-1", "100.00", "2026-10-30");
        story.after(days(7));
        assertThat(told).isEqualTo(sentTo(mail).stream().skip(before).limit(1).toList());
    }

    @Test
    void foretellsTheNudgeOfWhoHasNotReacted() {
        mail.with("dunning_step", "second-reminder").with("last_reminder_on", "2026-10-30");
        foretold("2026-10-01", mail);
        assertThat(sentTo(mail)).startsWith("2026-11-03 digital-nudge EMAIL");
    }

    /** Tries the import of an invoice of each, does it, and lets a week pass: what was foretold comes true. */
    private void foretold(String due, StoryDebtor... debtors) {
        Map<StoryDebtor, List<String>> told = new LinkedHashMap<>();
        for (StoryDebtor one : debtors) {
            told.put(one, one.wouldReceive("R-" + told.size(), "100.00", due));
        }
        for (int i = 0; i < debtors.length; i++) {
            debtors[i].owes("R-" + i, "100.00", due);
        }
        story.after(days(7));
        told.forEach((one, foretold) -> {
            assertThat(foretold).hasSize(1);
            if (foretold.get(0).endsWith(" null")) {
                assertThat(sentTo(one)).isEmpty();
                assertThat(one.task()).isNotNull();
            } else {
                assertThat(sentTo(one)).startsWith(foretold.get(0));
            }
        });
    }

    private static List<String> sentTo(StoryDebtor one) {
        return one.sent().stream().map(DryRunStoryTests::said).toList();
    }

    private static String said(ContactView contact) {
        LocalDate day = LocalDate.ofInstant(Objects.requireNonNull(contact.sentAt()), BusinessClock.ZONE);
        return day + " " + contact.step() + " " + contact.channel();
    }
}
