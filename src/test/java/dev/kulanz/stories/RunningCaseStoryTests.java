package dev.kulanz.stories;

import static dev.kulanz.support.Story.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.cases.BlockReason;
import dev.kulanz.cases.CaseBlock;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Stories;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Cases that ran in another system enter the ladder where they stand, and nothing already sent is repeated. */
@KulanzTest
class RunningCaseStoryTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Stories stories;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00"); // a Monday

    private final StoryDebtor anna = story.debtor("Anna");

    @Test
    void goesOnWithTheFinalNoticeAfterAMahnungSentElsewhere() {
        anna.with("dunning_step", "Mahnung").with("last_reminder_on", "2026-10-26");
        anna.owes("R-1", "100.00", "2026-09-20");
        assertThat(anna.summary().step()).isEqualTo("dunning-notice");
        assertThat(found("next")).isEqualTo("final-notice");
        assertThat(due()).isEqualTo("2026-11-09T11:00:00Z"); // 14 days after noon of the 26th in Berlin
        story.until("2026-11-10T07:59"); // the day to pay was the 5th; three bank days later is the 10th
        anna.receivedNothing();
    }

    @Test
    void isNotContactedBeforeItsBlockIsTakenOverAlsoAfterACrash() {
        stories.jdbc().sql("""
                        create function refuse_block() returns trigger language plpgsql as $$ begin
                        if new.reason = 'REPLY' then raise 'no block now'; end if; return new; end $$""").update();
        stories.jdbc()
                .sql("create trigger no_block before insert on block for each row execute function refuse_block()")
                .update();
        try {
            anna.with("dunning_step", "friendly-reminder").with("last_reminder_on", "2026-08-31");
            anna.with("block_reason", "REPLY").with("blocked_until", "2026-11-20");
            anna.owes("R-1", "100.00", "2026-08-20");
            stories.lifting().liftAll(anna.caseNumber(), null, null);
            story.until("2026-11-03T20:00");
        } finally {
            stories.jdbc().sql("drop function refuse_block cascade").update();
        }
        anna.receivedNothing();
        assertThat(anna.blocks()).extracting(CaseBlock::reason).containsExactly(BlockReason.TAKE_OVER);
        story.until("2026-11-04T06:00"); // the sweep of the next morning
        assertThat(anna.blocks()).extracting(CaseBlock::reason).containsExactly(BlockReason.REPLY);
        story.until("2026-11-20T20:00");
        anna.receivedNothing();
    }

    @Test
    void saysInTheCaseFileWhatWasToldElsewhere() {
        anna.with("dunning_step", "Mahnung").with("last_reminder_on", "2026-10-26");
        anna.owes("R-1", "100.00", "2026-09-20");
        assertThat(Browser.loggedIn(port, "clerk")
                        .get("/cases/" + anna.caseNumber(), "Accept-Language", "en")
                        .body())
                .contains("Dunning notice", "elsewhere");
    }

    @Test
    void waitsForTheDayToPayBeforeTheNextReminder() {
        anna.with("dunning_step", "friendly-reminder").with("last_reminder_on", "2026-10-26");
        anna.owes("R-1", "100.00", "2026-10-20");
        story.until("2026-11-03T20:00");
        anna.receivedNothing();
        story.until("2026-11-04T08:00"); // three bank days after Friday the 30th
        anna.received("2026-11-04 second-reminder");
    }

    @Test
    void sendsWhatIsLongDueAtOnceButOnlyOneAtATime() {
        anna.with("dunning_step", "friendly-reminder").with("last_reminder_on", "2026-08-31");
        anna.owes("R-1", "100.00", "2026-08-20");
        story.until("2026-11-05T20:00");
        anna.received("2026-11-02 second-reminder");
    }

    @Test
    void goesPastTheSecondReminderThatWasSentElsewhere() {
        anna.with("reminders_sent", "2").with("last_reminder_on", "2026-08-31");
        anna.owes("R-1", "100.00", "2026-08-10");
        assertThat(found("next")).isEqualTo("digital-nudge");
        assertThat(due()).isEqualTo("2026-11-02T06:00:00Z"); // now
    }

    @Test
    void takesABusinessOnItsShorterLadder() {
        anna.with("debtor_type", "BUSINESS").with("reminders_sent", "2").with("last_reminder_on", "2026-10-26");
        anna.owes("R-1", "5000.00", "2026-10-01");
        assertThat(anna.cases().get(0).journey()).isEqualTo("business-journey");
        assertThat(anna.summary().step()).isEqualTo("friendly-reminder");
        assertThat(found("next")).isEqualTo("dunning-notice");
        assertThat(due()).isEqualTo("2026-11-09T11:00:00Z");
    }

    @Test
    void staysSilentWhileTheBlockHoldsThatCameAlong() {
        anna.with("dunning_step", "friendly-reminder").with("last_reminder_on", "2026-10-12");
        anna.with("block_reason", "hardship").with("blocked_until", "2026-11-06");
        anna.owes("R-1", "100.00", "2026-10-01");
        assertThat(anna.blocks()).singleElement().satisfies(block -> {
            assertThat(block.reason()).isEqualTo(BlockReason.HARDSHIP);
            assertThat(block.source()).isEqualTo("IMPORT");
        });
        story.until("2026-11-06T20:00");
        anna.receivedNothing();
        story.until("2026-11-07T09:00");
        anna.received("2026-11-07 second-reminder");
    }

    @Test
    void blocksOnlyTheDisputedInvoice() {
        anna.owes("R-2", "50.00", "2026-10-28");
        anna.with("block_reason", "DISPUTE");
        anna.owes("R-1", "100.00", "2026-10-20");
        story.after(days(2));
        anna.received("2026-11-02 friendly-reminder");
        assertThat(anna.lastBody()).contains("-R-2").doesNotContain("-R-1");
    }

    @Test
    void keepsABlockThatIsGoneFromTheFileAndPlacesNoSecondOne() {
        anna.with("block_reason", "REPRESENTED")
                .owes("R-1", "100.00", "2026-10-20")
                .owes("R-1", "100.00", "2026-10-20");
        anna.with("block_reason", "").owes("R-1", "100.00", "2026-10-20");
        assertThat(anna.blocks()).hasSize(1);
    }

    @Test
    void leavesABlockLiftedThatTheSameFileNamesAgain() {
        anna.with("block_reason", "REPRESENTED")
                .owes("R-1", "100.00", "2026-10-20")
                .isFreed();
        anna.owes("R-1", "100.00", "2026-10-20");
        assertThat(anna.isBlockedNow()).isFalse();
    }

    @Test
    void placesTheBlockOfAnInvoiceThatIsNotYetDueWhenItsCaseOpens() {
        anna.with("block_reason", "HARDSHIP").owes("R-1", "100.00", "2026-11-04");
        assertThat(anna.cases()).isEmpty();
        story.after(days(20));
        assertThat(anna.isBlockedNow()).isTrue();
        anna.receivedNothing();
    }

    @Test
    void followsUpAPromiseThatWasMadeElsewhere() {
        anna.with("dunning_step", "friendly-reminder").with("last_reminder_on", "2026-10-12");
        anna.with("promise_date", "2026-11-20");
        anna.owes("R-1", "100.00", "2026-10-01").owes("R-1", "100.00", "2026-10-01");
        assertThat(anna.promised()).containsExactly("100.00 by 2026-11-20: OPEN");
        assertThat(anna.isBlockedNow()).isTrue();
        assertThat(anna.followedUp()).isEqualTo(1);
        anna.pays("100.00").isSettled();
        assertThat(anna.promised()).containsExactly("100.00 by 2026-11-20: KEPT");
    }

    @Test
    void goesOnWithoutAPromiseThatIsTooFarAhead() {
        anna.with("promise_date", "2027-03-01").owes("R-1", "100.00", "2026-10-20");
        assertThat(anna.lastImport().warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.field()).isEqualTo("promise_date");
            assertThat(warning.message()).contains("too far ahead");
        });
        assertThat(anna.promised()).isEmpty();
        assertThat(anna.isBlockedNow()).isFalse();
    }

    @Test
    void goesFurtherWhenTheFileTellsLaterWhereTheCaseStood() {
        anna.owes("R-1", "100.00", "2026-10-31");
        anna.with("dunning_step", "second-reminder").with("last_reminder_on", "2026-11-02");
        anna.owes("R-1", "100.00", "2026-10-31");
        assertThat(found("next")).isEqualTo("digital-nudge");
        story.until("2026-11-05T20:00");
        anna.receivedNothing();
    }

    @Test
    void hearsNothingMoreFromTheOtherSystemOnceWeHaveWritten() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.after(days(1));
        anna.with("dunning_step", "final-notice").with("last_reminder_on", "2026-11-01");
        anna.owes("R-1", "100.00", "2026-10-30");
        assertThat(anna.lastImport().warnings()).extracting("field").containsExactly("dunning_step");
        story.until("2026-11-11T12:00");
        anna.received("2026-11-02 friendly-reminder", "2026-11-11 second-reminder");
    }

    @Test
    void startsAtTheBeginningForTheRestWhenTheOldestItemIsPaid() {
        anna.with("dunning_step", "dunning-notice").with("last_reminder_on", "2026-10-26");
        anna.owes("R-1", "100.00", "2026-09-20");
        anna.with("dunning_step", "").with("last_reminder_on", "");
        anna.owes("R-2", "50.00", "2026-10-30").paysFor("R-1", "100.00");
        story.after(days(2));
        assertThat(anna.sent()).extracting("step").contains("friendly-reminder");
        assertThat(anna.summary().step()).isEqualTo("friendly-reminder");
    }

    @Test
    void tellsInTheDryRunWhatThenHappens() {
        anna.with("dunning_step", "friendly-reminder").with("last_reminder_on", "2026-10-26");
        assertThat(anna.wouldReceive("R-1", "100.00", "2026-10-20"))
                .containsExactly("2026-11-04 second-reminder EMAIL");
        assertThat(anna.cases()).isEmpty();
        anna.owes("R-1", "100.00", "2026-10-20");
        story.until("2026-11-05T07:00");
        anna.received("2026-11-04 second-reminder");
    }

    @Test
    void saysInTheDryRunThatABusinessSkipsWhatItsLadderDoesNotHave() {
        anna.with("debtor_type", "BUSINESS").with("reminders_sent", "2").with("last_reminder_on", "2026-10-19");
        assertThat(anna.wouldReceive("R-1", "5000.00", "2026-10-01"))
                .singleElement()
                .asString()
                .startsWith("2026-11-03 dunning-notice");
    }

    @Test
    void saysInTheDryRunThatNobodyIsContactedWhoIsBlockedOrHasPromised() {
        anna.with("dunning_step", "friendly-reminder").with("last_reminder_on", "2026-10-12");
        assertThat(anna.wouldReceive("R-1", "100.00", "2026-10-01")).hasSize(1);
        anna.with("promise_date", "2026-11-20");
        assertThat(anna.wouldReceive("R-1", "100.00", "2026-10-01")).isEmpty();
        anna.with("promise_date", "").with("block_reason", "HARDSHIP");
        assertThat(anna.wouldReceive("R-1", "100.00", "2026-10-01")).isEmpty();
        assertThat(anna.cases()).isEmpty();
    }

    private Object found(String fact) {
        return anna.told("StepFound").facts().get(fact);
    }

    private Instant due() {
        return Instant.parse(String.valueOf(found("due")));
    }
}
