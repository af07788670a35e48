package dev.kulanz.stories;

import static dev.kulanz.support.Story.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.cases.BlockReason;
import dev.kulanz.cases.Blocks;
import dev.kulanz.cases.NextAction;
import dev.kulanz.contact.Contact;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Stories;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** While a block holds nobody is asked for money; when it ends, the ladder goes on where it stood. */
@KulanzTest
class BlockStoryTests {

    @Autowired
    private Stories stories;

    @Autowired
    private TransactionTemplate transaction;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-01T12:00"); // a Sunday

    private final StoryDebtor anna = story.debtor("Anna");

    @Test
    void stopsAlsoAMessageThatIsPlannedAlready() {
        anna.owes("R-1", "100.00", "2026-10-28");
        assertThat(anna.contacts()).extracting("status").containsExactly(Contact.Status.PLANNED);
        anna.isBlocked(BlockReason.DISPUTE);
        story.until("2026-11-10T10:00");
        anna.receivedNothing();
        assertThat(anna.contacts()).extracting("status").containsOnly(Contact.Status.CANCELLED);
        anna.isFreed().received("2026-11-10 friendly-reminder");
        assertThat(anna.lastSent().demandedAmount()).isEqualByComparingTo("100.00");
    }

    @Test
    void neverSaysThatABlockedCaseIsWrittenToNext() {
        anna.owes("R-1", "100.00", "2026-10-28").isBlocked(BlockReason.DISPUTE);
        assertThat(anna.nextAction()).doesNotStartWith("Send");
        story.until("2026-11-10T10:00");
        assertThat(anna.nextAction()).doesNotStartWith("Send");
    }

    @Test
    void sendsThePlannedMessageOnceWhenTheBlockIsLiftedBeforeItsMoment() {
        anna.owes("R-1", "100.00", "2026-10-28").isBlocked(BlockReason.MANUAL).isFreed();
        story.until("2026-11-04T10:00");
        anna.received("2026-11-02 friendly-reminder");
    }

    @Test
    void goesOnByItselfOnTheDayAfterTheLastBlockedOne() {
        anna.owes("R-1", "100.00", "2026-10-30").isBlockedUntil("2026-11-05");
        story.until("2026-11-05T23:59");
        anna.receivedNothing();
        story.after(days(1));
        anna.received("2026-11-06 friendly-reminder");
    }

    @Test
    void endsWithItsLastDayInBerlinWhereverTheDatabaseIsAtHome() {
        anna.owes("R-1", "100.00", "2026-10-28").isBlockedUntil("2026-11-12");
        var endOfTheDay = Instant.parse("2026-11-12T23:00:00Z");
        assertThat(inSessionZone("Pacific/Auckland", () -> stories.nextActions()
                        .of(List.of(anna.caseNumber()))
                        .get(anna.caseNumber())))
                .extracting(NextAction::at)
                .isEqualTo(endOfTheDay);
        story.until("2026-11-13T00:00");
        assertThat(inSessionZone("Pacific/Auckland", () -> stories.blocks()
                        .lastLongOne(anna.cases().get(0))))
                .map(Blocks.Over::endedAt)
                .contains(endOfTheDay);
    }

    private <T> T inSessionZone(String zone, Supplier<T> asked) {
        return transaction.execute(status -> {
            stories.jdbc().sql("set local time zone '" + zone + "'").update();
            return asked.get();
        });
    }

    @Test
    void stopsBetweenTheRemindersAndGoesOnWithTheSecond() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-05T10:00");
        anna.isBlockedUntil("2026-11-10");
        story.until("2026-11-11T10:00");
        anna.received("2026-11-02 friendly-reminder", "2026-11-11 second-reminder");
    }

    @Test
    void namesKindlyWhatEndedAfterAPauseOfMoreThanAWeek() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-05T10:00");
        anna.isBlocked(BlockReason.HARDSHIP);
        story.until("2026-12-01T10:00");
        anna.received("2026-11-02 friendly-reminder").isFreed();
        anna.received("2026-11-02 friendly-reminder", "2026-12-01 friendly-reminder");
        assertThat(anna.lastSent().style()).isEqualTo("after-block");
        assertThat(anna.lastSent().payBy()).isEqualTo("2026-12-08");
        assertThat(anna.nextAction()).isEqualTo("Send second reminder");
        story.until("2026-12-11T20:00"); // three bank days after the new day to pay
        anna.received("2026-11-02 friendly-reminder", "2026-12-01 friendly-reminder", "2026-12-11 second-reminder");
    }

    @Test
    void namesItAlsoWhenThePauseRunsOutByItself() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-05T10:00");
        anna.isBlockedUntil("2026-11-20");
        story.until("2026-11-23T10:00");
        assertThat(anna.lastSent().style()).isEqualTo("after-block");
        anna.received("2026-11-02 friendly-reminder", "2026-11-21 friendly-reminder");
    }

    @Test
    void doesNotSayThatADisputeWasLookedIntoWhenItMerelyRanOut() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-05T10:00");
        anna.disputesUntil("2026-11-20");
        story.until("2026-11-23T10:00");
        assertThat(anna.lastBody())
                .contains("bis zum 20. November 2026 ruhen lassen")
                .doesNotContain("geprüft");
    }

    @Test
    void saysThatADisputeWasLookedIntoOnceSomebodyEndedIt() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-05T10:00");
        anna.isBlocked(BlockReason.DISPUTE);
        story.until("2026-11-23T10:00");
        anna.isFreed();
        assertThat(anna.lastBody()).contains("Wir haben es geprüft");
    }

    @Test
    void staysBlockedWhileOneOfTwoBlocksHolds() {
        anna.owes("R-1", "100.00", "2026-10-30").isBlockedUntil("2026-11-04").isBlocked(BlockReason.DISPUTE);
        story.until("2026-11-20T10:00");
        anna.receivedNothing().isFreed().received("2026-11-20 friendly-reminder");
    }

    @Test
    void leavesTheOtherItemsAloneWhenOneIsBlocked() {
        anna.owes("R-1", "100.00", "2026-10-29").owes("R-2", "50.00", "2026-10-30");
        anna.isBlockedFor("R-1");
        story.until("2026-11-03T10:00");
        anna.received("2026-11-02 friendly-reminder");
        assertThat(anna.lastBody()).contains("-R-2", "50,00 €").doesNotContain("-R-1", "100,00");
        assertThat(anna.lastSent().demandedAmount()).isEqualByComparingTo("50.00");
    }

    @Test
    void saysNothingWhenEachItemIsBlocked() {
        anna.owes("R-1", "100.00", "2026-10-29").owes("R-2", "50.00", "2026-10-30");
        anna.isBlockedFor("R-1").isBlockedFor("R-2");
        story.until("2026-11-20T10:00");
        anna.receivedNothing().isFreed();
        story.after(days(1));
        anna.received("2026-11-20 friendly-reminder");
    }

    @Test
    void settlesABlockedCaseThatIsPaid() {
        anna.owes("R-1", "100.00", "2026-10-30").isBlocked(BlockReason.DISPUTE);
        story.until("2026-11-10T10:00");
        anna.pays("100.00").isSettled();
        story.after(days(60));
        anna.receivedNothing();
    }
}
