package dev.kulanz.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.cases.BlockReason;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.cases.FollowUp;
import dev.kulanz.cases.FollowUps;
import dev.kulanz.contact.Results;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Stories;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** A due date moves: what was told before the one that counts now does not count (§ 286 BGB), and the item begins anew. */
@KulanzTest
class MovedDueDateStoryTests {

    @Autowired
    private Stories stories;

    @Autowired
    private FollowUps followUps;

    @Autowired
    private Results results;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00"); // a Monday

    private final StoryDebtor anna = story.debtor("Anna");

    private void wasReminded() {
        anna.owes("R-1", "60.00", "2026-10-28");
        story.until("2026-11-03T12:00");
        anna.received("2026-11-02 friendly-reminder"); // to pay by the 6th
    }

    private void stoodAtTheMahnung() {
        anna.with("dunning_step", "Mahnung").with("last_reminder_on", "2026-10-26");
        anna.owes("R-1", "100.00", "2026-09-20");
        assertThat(anna.summary().step()).isEqualTo("dunning-notice");
    }

    // ---- later, earlier, back

    @Test
    void beginsWithTheFriendlyReminderDaysAfterTheNewDueDate() {
        wasReminded();
        anna.owes("R-1", "60.00", "2026-12-07");
        assertThat(anna.summary().step()).isNull();
        assertThat(anna.nextAction()).isEqualTo("Send friendly reminder");
        assertThat(anna.lastImport().warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.field()).isEqualTo("due_date");
            assertThat(warning.message()).contains("no longer counts", "2026");
        });
        story.until("2026-12-11T12:00");
        anna.received("2026-11-02 friendly-reminder", "2026-12-10 friendly-reminder");
        assertThat(anna.lastBody()).doesNotContain("letzten Nachricht");
    }

    @Test
    void neverGoesOnWithAMahnungOfBeforeAlsoWithOneSentElsewhere() {
        stoodAtTheMahnung();
        anna.owes("R-1", "100.00", "2026-11-10");
        assertThat(anna.summary().step()).isNull();
        story.until("2026-12-01T12:00");
        anna.received(
                "2026-11-13 friendly-reminder",
                "2026-11-20 second-reminder",
                "2026-11-24 digital-nudge",
                "2026-11-27 plan-offer");
    }

    @Test
    void standsWhereItStoodWhenTheDueDateMovesBack() {
        wasReminded();
        anna.owes("R-1", "60.00", "2026-12-07").owes("R-1", "60.00", "2026-10-28");
        assertThat(anna.summary().step()).isEqualTo("friendly-reminder");
        story.until("2026-11-12T12:00");
        anna.received("2026-11-02 friendly-reminder", "2026-11-11 second-reminder");
    }

    @Test
    void followsTheLastOfSeveralMoves() {
        wasReminded();
        anna.owes("R-1", "60.00", "2027-01-20").owes("R-1", "60.00", "2026-11-16");
        story.until("2026-11-19T12:00");
        anna.received("2026-11-02 friendly-reminder", "2026-11-19 friendly-reminder");
    }

    @Test
    void doesNotCountWhatWasSaidOnTheDayThatIsTheDueDateNow() {
        wasReminded(); // yesterday
        anna.owes("R-1", "60.00", "2026-11-02");
        assertThat(anna.summary().step()).isNull();
        anna.owes("R-1", "60.00", "2026-11-03");
        story.until("2026-11-10T20:00");
        // not before the day that he was given, and three bank days for his transfer
        anna.received("2026-11-02 friendly-reminder");
        story.until("2026-11-11T12:00");
        anna.received("2026-11-02 friendly-reminder", "2026-11-11 friendly-reminder");
    }

    @Test
    void countsWhatWasSaidWhenTheDueDateMovesToAnEarlierDay() {
        wasReminded();
        anna.owes("R-1", "60.00", "2026-10-01");
        assertThat(anna.lastImport().warnings()).isEmpty();
        story.until("2026-11-12T12:00");
        anna.received("2026-11-02 friendly-reminder", "2026-11-11 second-reminder");
    }

    @Test
    void isWrittenToAtOnceWhenItsFirstContactIsPastByTheEarlierDay() {
        story.settings("de", 30);
        anna.owes("R-1", "60.00", "2026-10-30").receivedNothing();
        anna.owes("R-1", "60.00", "2026-09-01");
        story.until("2026-11-02T12:00");
        anna.received("2026-11-02 friendly-reminder");
    }

    @Test
    void waitsLongerForTheFirstContactWhenTheDayMovesBeforeIt() {
        anna.owes("R-1", "60.00", "2026-11-01").receivedNothing();
        anna.owes("R-1", "60.00", "2026-11-09");
        story.until("2026-11-11T20:00");
        anna.receivedNothing();
        story.until("2026-11-12T12:00");
        anna.received("2026-11-12 friendly-reminder");
    }

    // ---- what is on its way

    @Test
    void takesBackAPlannedMessage() {
        anna.owes("R-1", "60.00", "2026-10-28"); // planned for eight o'clock
        assertThat(anna.contacts()).hasSize(1);
        anna.owes("R-1", "60.00", "2026-12-07");
        story.until("2026-12-11T12:00");
        anna.received("2026-12-10 friendly-reminder");
    }

    @Test
    void doesNotCountAMessageThatWasBeingSentAtThatMoment() {
        anna.owes("R-1", "60.00", "2026-10-28");
        stories.jdbc()
                .sql(
                        "update contact set status = 'UNKNOWN', composed_at = '2026-11-02T07:00Z' where case_number = :case")
                .param("case", anna.caseNumber())
                .update();
        stories.jdbc().sql("""
                        insert into contact_item (contact_id, open_item_id)
                        select c.id, ci.open_item_id from contact c join case_item ci on ci.case_id = c.case_id
                        where c.case_number = :case""").param("case", anna.caseNumber()).update();
        story.until("2026-11-03T12:00");
        anna.owes("R-1", "60.00", "2026-11-03");
        story.until("2026-11-04T12:00");
        results.resolve(anna.contacts().get(0).id(), true);
        story.now();
        assertThat(anna.summary().step()).isNull();
        story.until("2026-11-06T12:00");
        assertThat(anna.sent()).extracting("step").containsExactly("friendly-reminder", "friendly-reminder");
    }

    // ---- several items

    @Test
    void standsWhereItsOldestDueItemStandsWhenOneOfSeveralMoves() {
        stoodAtTheMahnung();
        anna.with("dunning_step", "").with("last_reminder_on", "");
        anna.owes("R-2", "50.00", "2026-10-31");
        anna.owes("R-1", "100.00", "2026-12-20");
        assertThat(anna.summary().step()).isNull();
        story.until("2026-11-04T12:00");
        anna.received("2026-11-03 friendly-reminder");
        assertThat(anna.lastBody()).contains("-R-2").doesNotContain("-R-1");
        story.until("2026-12-19T12:00");
        assertThat(anna.sent()).allSatisfy(sent -> assertThat(sent.body()).doesNotContain("-R-1"));
    }

    // ---- promises and blocks

    @Test
    void saysNothingOfABrokenPromiseForWhatWasNotDue() {
        wasReminded();
        anna.promises("60.00", "2026-11-20");
        anna.owes("R-1", "60.00", "2026-12-07");
        story.until("2026-12-11T12:00");
        assertThat(anna.promised()).containsExactly("60.00 by 2026-11-20: BROKEN");
        assertThat(anna.sent()).last().extracting("step").isEqualTo("friendly-reminder");
        assertThat(anna.lastSent().style()).isEqualTo("standard");
        assertThat(anna.lastBody()).doesNotContain("zugesagt");
        assertThat(anna.lastSentAt()).hasToString("2026-12-10T08:00");
    }

    @Test
    void saysNothingOfAPauseThatEndedBeforeItWasDue() {
        wasReminded();
        anna.isBlockedUntil("2026-11-20");
        anna.owes("R-1", "60.00", "2026-12-07");
        story.until("2026-12-11T12:00");
        anna.received("2026-11-02 friendly-reminder", "2026-12-10 friendly-reminder");
        assertThat(anna.lastBody()).doesNotContain("Pause");
    }

    // ---- the payment page, the forecast

    @Test
    void asksForNothingBehindAnOldLink() {
        wasReminded();
        String link = anna.lastLink();
        anna.owes("R-1", "60.00", "2026-12-07");
        String page =
                Browser.withPassword(stories.port(), "clerk", "clerk").get(link).body();
        assertThat(page).contains("Zurzeit ist nichts zu tun").doesNotContain("60,00");
    }

    @Test
    void showsInTheCaseFileWhatNoLongerCounts() {
        wasReminded();
        anna.owes("R-1", "60.00", "2026-12-07");
        assertThat(Browser.loggedIn(stories.port(), "clerk")
                        .get("/cases/" + anna.caseNumber(), "Accept-Language", "en")
                        .body())
                .contains("Friendly reminder", "no longer counts: the due date moved");
    }

    @Test
    void staysSilentWhenTheAgencyRejectsWhatIsNoLongerDue() {
        StoryDebtor otto = Handover.known(story.debtor("Otto"));
        story.namesItsAddress(3);
        otto.with("dunning_step", "final-notice").with("last_reminder_on", "2026-09-21");
        otto.owes("R-1", "100.00", "2026-06-20");
        Handover handover = new Handover(story, otto);
        handover.wasTold("dunning-notice", "LETTER", "2026-08-20");
        handover.wasTold("final-notice", "LETTER", "2026-10-01");
        handover.decided("clerk", "RELEASE");
        assertThat(handover.itself().status()).isEqualTo(DunningCase.Status.HANDED_OVER);
        otto.owes("R-1", "100.00", "2026-12-20");
        handover.answers("r", "REJECTED");
        assertThat(handover.itself().isOpen()).isTrue();
        assertThat(otto.task()).isNull();
        assertThat(otto.summary().step()).isNull();
        story.until("2026-12-24T12:00");
        assertThat(otto.sent()).last().extracting("step").isEqualTo("friendly-reminder");
    }

    @Test
    void tellsInTheDryRunWhatThenHappens() {
        wasReminded();
        assertThat(anna.wouldReceive("R-1", "60.00", "2026-12-07")).isEmpty();
        story.until("2026-11-25T12:00");
        assertThat(anna.wouldReceive("R-1", "60.00", "2026-11-24"))
                .containsExactly("2026-11-27 friendly-reminder EMAIL");
        anna.owes("R-1", "60.00", "2026-11-24");
        int before = anna.sent().size();
        story.until("2026-11-28T12:00");
        assertThat(anna.sent()).hasSize(before + 1).last().satisfies(sent -> {
            assertThat(sent.step()).isEqualTo("friendly-reminder");
            assertThat(anna.lastSentAt()).hasToString("2026-11-27T08:00");
        });
    }

    // ---- hand-over

    @Test
    void refusesTheReleaseOfWhatIsNoLongerDue() {
        StoryDebtor otto = Handover.known(story.debtor("Otto"));
        Handover handover = new Handover(story.namesItsAddress(90), otto);
        handover.isDue();
        otto.owes("R-1", "100.00", "2026-12-20");
        assertThat(handover.decides("clerk", otto.task().getId(), "RELEASE").statusCode())
                .isBetween(400, 499);
        assertThat(handover.itself().isOpen()).isTrue();
    }

    @Test
    void withdrawsTheTaskOfAHandOver() {
        StoryDebtor otto = Handover.known(story.debtor("Otto"));
        story.namesItsAddress(3);
        otto.with("dunning_step", "final-notice").with("last_reminder_on", "2026-09-21");
        otto.owes("R-1", "100.00", "2026-06-20");
        assertThat(otto.task().getName()).isEqualTo("Release hand-over");
        otto.owes("R-1", "100.00", "2026-11-10");
        assertThat(otto.task()).isNull();
        assertThat(otto.summary().step()).isNull();
        story.until("2026-11-14T12:00");
        otto.received("2026-11-13 friendly-reminder");
    }

    @Test
    void leavesTheTaskWhereAnotherItemMoves() {
        StoryDebtor otto = Handover.known(story.debtor("Otto"));
        story.namesItsAddress(3);
        otto.with("dunning_step", "final-notice").with("last_reminder_on", "2026-09-21");
        otto.owes("R-1", "100.00", "2026-06-20");
        otto.with("dunning_step", "").with("last_reminder_on", "");
        otto.owes("R-2", "50.00", "2026-10-31");
        String task = otto.task().getId();
        otto.owes("R-2", "50.00", "2026-12-20");
        assertThat(otto.task().getId()).isEqualTo(task);
    }

    @Test
    void tellsAPersonWhenTheAgencyHasTheCase() {
        StoryDebtor otto = Handover.known(story.debtor("Otto"));
        Handover handover = new Handover(story.namesItsAddress(90), otto);
        handover.isHandedOver();
        followUps.set(handover.itself(), stories.clock().today().plusDays(9), "Ruft zurück");
        otto.owes("R-1", "100.00", "2026-12-20");
        FollowUp followUp = followUps.of(handover.itself()).orElseThrow();
        assertThat(followUp.date()).isEqualTo(stories.clock().today());
        assertThat(followUp.reason()).contains("-R-1 (2026-12-20)", "Inkassounternehmen", "Ruft zurück");
        assertThat(handover.itself().status()).isEqualTo(DunningCase.Status.HANDED_OVER);
    }

    @Test
    void keepsABlockThatHoldsWhenTheDayMoves() {
        wasReminded();
        anna.isBlocked(BlockReason.HARDSHIP);
        anna.owes("R-1", "60.00", "2026-11-10");
        story.until("2026-12-20T12:00");
        anna.received("2026-11-02 friendly-reminder");
    }
}
