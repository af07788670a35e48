package dev.kulanz.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.cases.BlockReason;
import dev.kulanz.cases.CaseBlock;
import dev.kulanz.intake.ImportOptions;
import dev.kulanz.intake.RowMessage;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A file lacks what may be to the debtor's credit: until it is there, what he owes is not sure, and nobody asks for it. */
@KulanzTest
class ClaimInDoubtStoryTests {

    @LocalServerPort
    private int port;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00"); // a Monday

    private final StoryDebtor anna = story.debtor("Anna");

    private StoryDebtor remindedOnce() {
        anna.owes("R-1", "100.00", "2026-10-23");
        story.until("2026-11-05T12:00");
        return anna.received("2026-11-02 friendly-reminder");
    }

    private String lookedAt() {
        return Browser.loggedIn(port, "clerk")
                .get("/cases?mark=FOLLOW_UP_DUE&q=" + anna.caseNumber())
                .body();
    }

    @Test
    void restsForSevenDaysAndIsLookedAt() {
        remindedOnce().isRefused("G-1", "-12..50", "2026-11-04");

        assertThat(anna.lastImport().warnings()).extracting(RowMessage::message).anySatisfy(said -> assertThat(said)
                .contains("“Anna”", "asked for nothing for seven days"));
        assertThat(anna.blocks()).singleElement().satisfies(block -> {
            assertThat(block.reason()).isEqualTo(BlockReason.UNCLEAR_PAYMENT);
            assertThat(block.scope()).isEqualTo(CaseBlock.Scope.PERSON);
            assertThat(block.until()).isEqualTo("2026-11-11");
            assertThat(block.source()).isEqualTo("IMPORT");
        });
        assertThat(lookedAt()).contains(anna.caseNumber());
        story.until("2026-11-11T20:00");
        anna.received("2026-11-02 friendly-reminder");
        story.until("2026-11-13T20:00");
        assertThat(anna.sent()).hasSize(2);
        assertThat(anna.lastSent().demandedAmount()).isEqualByComparingTo("100.00");
    }

    @Test
    void goesOnWithTheRightAmountOnceTheRowIsTaken() {
        remindedOnce().isRefused("G-1", "-12..50", "2026-11-04").owes("G-1", "-12.50", "2026-11-04");

        assertThat(anna.isBlockedNow()).isFalse();
        assertThat(lookedAt()).doesNotContain(anna.caseNumber() + "<");
        story.until("2026-11-13T20:00");
        assertThat(anna.lastSent().demandedAmount()).isEqualByComparingTo("87.50");
    }

    @Test
    void restsOnWhenAnotherRowIsTaken() {
        remindedOnce().isRefused("G-1", "-12..50", "2026-11-04").owes("R-2", "30.00", "2026-11-30");
        assertThat(anna.isBlockedNow()).isTrue();
    }

    @Test
    void goesOnWhenACompleteListHasNothingInDoubt() {
        remindedOnce().isRefused("G-1", "-12..50", "2026-11-04").owesOnly("R-1", "100.00", "2026-10-23");
        assertThat(anna.isBlockedNow()).isFalse();
    }

    @Test
    void restsLongerWhenTheNextFileLacksItAgain() {
        remindedOnce().isRefused("G-1", "-12..50", "2026-11-04");
        story.until("2026-11-09T12:00");
        anna.isRefused("G-1", "-12..50", "2026-11-04");
        assertThat(anna.blocks()).singleElement().satisfies(block -> assertThat(block.until())
                .isEqualTo("2026-11-15"));
    }

    @Test
    void staysFreeWhenSomebodyHasLookedUntilAnotherRowIsMissing() {
        remindedOnce().isRefused("G-1", "-12..50", "2026-11-04").isFreed().isRefused("G-1", "-12..50", "2026-11-04");
        assertThat(anna.isBlockedNow()).isFalse();
        assertThat(anna.lastImport().warnings()).isEmpty();
        anna.isRefused("G-2", "-8..50", "2026-11-04");
        assertThat(anna.isBlockedNow()).isTrue();
    }

    @Test
    void staysFreeForAsLongAsTheSameRowComesAgain() {
        remindedOnce().isRefused("G-1", "-12..50", "2026-11-04").isFreed();
        for (String day : List.of("2026-11-09", "2026-11-14", "2026-11-19")) {
            story.until(day + "T12:00");
            anna.isRefused("G-1", "-12..50", "2026-11-04");
            assertThat(anna.isBlockedNow()).as(day).isFalse();
        }
    }

    @Test
    void goesOnWhenOneRowAfterTheOtherIsTaken() {
        remindedOnce().isRefused("G-1", "-12..50", "2026-11-04").isRefused("G-2", "-8..50", "2026-11-04");
        anna.owes("G-1", "-12.50", "2026-11-04");
        assertThat(anna.isBlockedNow()).isTrue();
        anna.isRefused("G-2", "-8..50", "2026-11-04").owes("G-2", "-8.50", "2026-11-04");
        assertThat(anna.isBlockedNow()).isFalse();
    }

    @Test
    void isNotAskedForWhatBecomesOverdueMeanwhile() {
        anna.owes("R-1", "100.00", "2026-11-03").isRefused("G-1", "-12..50", "2026-11-01");
        story.until("2026-11-08T20:00");
        anna.receivedNothing();
        story.until("2026-11-10T20:00");
        anna.received("2026-11-09 friendly-reminder");
    }

    @Test
    void isForetoldByTheDryRunWhichKeepsNothing() {
        anna.owes("R-1", "100.00", "2026-10-30");
        assertThat(anna.wouldReceive("R-2", "50.00", "2026-10-30"))
                .singleElement()
                .asString()
                .contains("2026-11-02");
        anna.isRefused("G-1", "-12..50", "2026-11-01", ImportOptions.DRY_RUN, CreditorScope.ALL);
        assertThat(anna.lastImport().contacts()).singleElement().satisfies(one -> assertThat(one.date())
                .isEqualTo("2026-11-09"));
        assertThat(anna.isBlockedNow()).isFalse();
    }

    @Test
    void restsNotByAFileOfSomebodyWhoMayNotSeeTheCreditor() {
        CreditorScope another = new CreditorScope(false, Set.of("another"));
        remindedOnce().isRefused("G-1", "-12..50", "2026-11-04", ImportOptions.CHANGES, another);
        assertThat(anna.isBlockedNow()).isFalse();
        anna.isRefused("G-1", "-12..50", "2026-11-04");
        anna.isRefused("R-9", "", "2026-11-04", new ImportOptions(false, ImportOptions.Mode.SNAPSHOT, true), another);
        assertThat(anna.isBlockedNow()).isTrue();
    }
}
