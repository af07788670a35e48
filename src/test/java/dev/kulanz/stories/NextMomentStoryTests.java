package dev.kulanz.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.cases.BlockReason;
import dev.kulanz.cases.NextAction;
import dev.kulanz.contact.Contact;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The moment that is told of what comes next is the one at which it comes, and never one that has passed. */
@KulanzTest
class NextMomentStoryTests {

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00"); // a Monday

    private final StoryDebtor anna = story.debtor("Anna");

    /** The days of {@link ConsumerLadder}: what is told on one day is what comes on the other. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-03T10:00, Send second reminder, 2026-11-11T08:00", // its timer ends on the 9th
        "2026-11-13T10:00, Send digital nudge, 2026-11-16T08:00", // its timer ends on a Sunday
        "2026-11-20T10:00, Call debtor, 2026-11-23T10:00", // its timer ends at eight, calls begin at ten
        "2026-12-05T10:00, Send final notice, 2026-12-17T08:00", // its timer ends on the 14th
        "2026-12-18T10:00, Decide on handover, 2027-01-08T08:00", // its timer ends on the 4th
    })
    void isTheOneOfWindowDaysToPayAndHours(String asked, String what, String comes) {
        ConsumerLadder.reaches(anna).owes("R-1", "100.00", "2026-10-30");
        story.until(asked);
        assertThat(next()).isEqualTo(new NextAction(what, berlin(comes), false, null));
    }

    @Test
    void isTheOneOfTheSendGateForAMessageThatIsPlanned() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-02T12:00");
        anna.received("2026-11-02 friendly-reminder");
        anna.owes("R-9", "50.00", "CHF", "2026-10-29"); // in the evening, after what may be asked in a day
        story.now();
        assertThat(anna.cases()).hasSize(2);
        assertThat(anna.contacts()).extracting(one -> one.status()).contains(Contact.Status.PLANNED);
        contactsWerePlannedFor("2026-11-01T08:00");
        assertThat(next().what()).isEqualTo("Send friendly reminder");
        assertThat(next().at()).isEqualTo(berlin("2026-11-03T08:00"));
    }

    @Test
    void isNeverPastWhereAMessageIsLate() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.now();
        contactsWerePlannedFor("2026-11-01T08:00");
        story.standAt("2026-11-02T11:00");
        assertThat(next().at()).isEqualTo(berlin("2026-11-02T11:00"));
    }

    @Test
    void isTheEndOfTheGraceOfAPromise() {
        anna.owes("R-1", "100.00", "2026-10-28");
        story.until("2026-11-04T10:00");
        anna.promises("100.00", "2026-11-20"); // a Friday
        story.until("2026-11-20T10:00");
        assertThat(next()).isEqualTo(new NextAction("Judge promise", berlin("2026-11-26T08:00"), false, null));
    }

    @Test
    void isTheJudgementsOwnDayWhereADiagramAsksEarlier() {
        story.deploys(
                "processes/promise-follow-up.bpmn",
                text -> text.replace(
                        "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${judgeAt}</bpmn:timeDate>",
                        "<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">PT1H</bpmn:timeDuration>"));
        anna.owes("R-1", "100.00", "2026-10-28");
        story.until("2026-11-04T10:00");
        anna.promises("100.00", "2026-11-05"); // no time for a reminder
        assertThat(next().what()).isEqualTo("Judge promise");
        assertThat(next().at()).isEqualTo(berlin("2026-11-11T08:00"));
    }

    @Test
    void isNotToldOfWhatHasNoEnd() {
        anna.owes("R-1", "100.00", "2026-10-28").isBlocked(BlockReason.HARDSHIP);
        assertThat(next()).isEqualTo(new NextAction("Wait for the block to end", null, false, null));
    }

    @Test
    void isAPersonsWhereNobodyKnowsWhatBecameOfAMessage() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-02T12:00");
        anna.owes("R-9", "50.00", "CHF", "2026-10-29"); // may be asked for tomorrow
        story.now();
        int unknown = story.house()
                .jdbc()
                .sql("update contact set status = 'UNKNOWN' where creditor_id = :creditor and status = 'PLANNED'")
                .param("creditor", story.creditorId())
                .update();
        assertThat(unknown).isOne();
        assertThat(next()).isEqualTo(new NextAction("Find out what became of the message", null, false, null));
    }

    /** Whatever is told at any hour of a whole ladder: nothing comes earlier, and it does not lie behind. */
    @Test
    void liesAheadAtEachHour() {
        ConsumerLadder.reaches(anna).owes("R-1", "100.00", "2026-10-30");
        for (LocalDateTime hour = LocalDateTime.parse("2026-11-02T08:00");
                hour.isBefore(LocalDateTime.parse("2027-01-09T00:00"));
                hour = hour.plusHours(11)) {
            story.until(hour.toString());
            NextAction next = next();
            if (next != null && next.at() != null) {
                assertThat(next.at()).as(next.what() + " at " + hour).isAfterOrEqualTo(berlin(hour.toString()));
            }
        }
        assertThat(next().what()).isEqualTo("Release hand-over");
    }

    private NextAction next() {
        return story.house().nextActions().of(List.of(anna.caseNumber())).get(anna.caseNumber());
    }

    private void contactsWerePlannedFor(String moment) {
        story.house()
                .jdbc()
                .sql("update contact set not_before = :at where creditor_id = :creditor and status = 'PLANNED'")
                .param("at", java.sql.Timestamp.from(berlin(moment)))
                .param("creditor", story.creditorId())
                .update();
    }

    private static Instant berlin(String moment) {
        return LocalDateTime.parse(moment).atZone(BusinessClock.ZONE).toInstant();
    }
}
