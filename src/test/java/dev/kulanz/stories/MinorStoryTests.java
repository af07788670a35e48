package dev.kulanz.stories;

import static dev.kulanz.support.Story.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.cases.BlockReason;
import dev.kulanz.cases.CaseBlock;
import dev.kulanz.contact.ContactView;
import dev.kulanz.decisions.FactSource;
import dev.kulanz.intake.RowMessage;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Stories;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who is under age is not dunned by itself: the import says so, a person looks, and on the 18th birthday it is over. */
@KulanzTest
class MinorStoryTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Stories stories;

    @Autowired
    private List<FactSource> sources;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00");

    private final StoryDebtor mia = story.debtor("Mia");

    private Map<String, Object> age() {
        FactSource knowing = sources.stream()
                .filter(source ->
                        source.facts().stream().anyMatch(fact -> fact.name().equals("age")))
                .findFirst()
                .orElseThrow();
        return knowing.lookUp(mia.caseNumber(), Set.of("age"));
    }

    @Test
    void isWrittenToByNobodyAndLookedAtByAPerson() {
        mia.with("birth_date", "2015-11-02").owes("R-1", "60.00", "2026-10-23");
        assertThat(mia.lastImport().warnings()).extracting(RowMessage::field).contains("birth_date");
        assertThat(mia.blocks()).singleElement().satisfies(block -> {
            assertThat(block.reason()).isEqualTo(BlockReason.MINOR);
            assertThat(block.scope()).isEqualTo(CaseBlock.Scope.PERSON);
            assertThat(block.source()).isEqualTo("IMPORT");
            assertThat(block.until()).isEqualTo("2033-11-01");
        });
        assertThat(age()).containsEntry("age", 11);
        assertThat(Browser.loggedIn(port, "clerk")
                        .get("/cases?mark=FOLLOW_UP_DUE")
                        .body())
                .contains(mia.caseNumber());
        story.after(days(57));
        mia.receivedNothing();
        assertThat(mia.pays("60.00").contacts()).isEmpty();
    }

    @Test
    void isForetoldByTheDryRun() {
        mia.with("birth_date", "2015-11-02");
        assertThat(mia.wouldReceive("R-1", "60.00", "2026-10-23")).isEmpty();
        mia.with("birth_date", "1985-11-02");
        assertThat(mia.wouldReceive("R-1", "60.00", "2026-10-23")).hasSize(1);
    }

    @Test
    void isDunnedFromTheDayOnWhichHeIsOfAge() {
        mia.with("birth_date", "2008-11-04").owes("R-1", "60.00", "2026-10-23");
        story.until("2026-11-03T20:00");
        mia.receivedNothing();
        story.until("2026-11-04T20:00");
        mia.received("2026-11-04 friendly-reminder");
    }

    @Test
    void isOfAgeToday() {
        mia.with("birth_date", "2008-11-02").owes("R-1", "60.00", "2026-10-23");
        assertThat(mia.lastImport().warnings()).isEmpty();
        assertThat(mia.isBlockedNow()).isFalse();
    }

    @Test
    void staysFreeWhomAClerkHasFreedWhateverTheNextFileSays() {
        mia.with("birth_date", "2015-11-02").owes("R-1", "60.00", "2026-10-23").isFreed();
        mia.with("city", "Leipzig").owes("R-1", "60.00", "2026-10-23").owes("R-2", "20.00", "CHF", "2026-10-23");
        assertThat(mia.isBlockedNow()).isFalse();
    }

    @Test
    void isNoticedWhenTheBirthDateComesLater() {
        mia.owes("R-1", "60.00", "2026-10-23").owes("R-2", "20.00", "CHF", "2026-10-23");
        assertThat(mia.contacts()).isNotEmpty();
        mia.with("birth_date", "2015-11-02").owes("R-1", "60.00", "2026-10-23");
        story.after(days(30));
        mia.receivedNothing();
        assertThat(mia.cases()).hasSize(2).allSatisfy(one -> {
            assertThat(stories.blocks().active(one))
                    .extracting(CaseBlock::reason)
                    .containsExactly(BlockReason.MINOR);
            assertThat(stories.jdbc()
                            .sql("select count(*) from follow_up where case_id = :case")
                            .param("case", one.id())
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        });
    }

    @Test
    void isDunnedAgainWhenTheBirthDateWasWrong() {
        mia.with("birth_date", "2015-11-02").owes("R-1", "60.00", "2026-10-23");
        story.until("2026-11-03T12:00");
        mia.receivedNothing();
        mia.with("birth_date", "1985-11-02").owes("R-1", "60.00", "2026-10-23");
        assertThat(mia.isBlockedNow()).isFalse();
        mia.received("2026-11-03 friendly-reminder");
        assertThat(age()).containsEntry("age", 41);
    }

    @Test
    void isNotTakenForOneWhenItIsABusiness() {
        mia.with("debtor_type", "BUSINESS").with("birth_date", "2015-11-02").owes("R-1", "60.00", "2026-10-23");
        assertThat(mia.lastImport().warnings()).singleElement().satisfies(warning -> assertThat(warning.message())
                .contains("business"));
        assertThat(mia.isBlockedNow()).isFalse();
        assertThat(age()).isEmpty();
    }

    @Test
    void cannotBeHandedOver() {
        Handover.known(mia).with("birth_date", "2015-11-02");
        story.namesItsAddress(90);
        Handover handover = new Handover(story, mia);
        handover.isDue();
        assertThat(handover.decides("clerk", mia.task().getId(), "RELEASE").body())
                .contains("The debtor is a minor.");
        mia.isFreed();
        assertThat(handover.decides("clerk", mia.task().getId(), "RELEASE").body())
                .as("by the birth date")
                .contains("The debtor is a minor.");
    }

    @Test
    void knowsNoAgeWithoutABirthDate() {
        mia.owes("R-1", "60.00", "2026-10-23");
        assertThat(age()).isEmpty();
        assertThat(mia.contacts()).extracting(ContactView::step).contains("friendly-reminder");
    }
}
