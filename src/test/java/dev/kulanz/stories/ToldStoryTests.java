package dev.kulanz.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.cases.BlockReason;
import dev.kulanz.cases.Blocks;
import dev.kulanz.stops.Stops;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the story of a case goes on telling: what people wrote, what was found of the debtor, why a message waited. */
@KulanzTest
class ToldStoryTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Blocks blocks;

    @Autowired
    private Stops stops;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-01T12:00"); // a Sunday

    private final StoryDebtor anna = story.debtor("Anna");
    private Browser desk;
    private Browser api;

    @BeforeEach
    void begin() {
        desk = Browser.loggedIn(port, "clerk");
        api = Browser.withPassword(port, "clerk", "clerk");
    }

    @Test
    void keepsTheNoteOfABlockThatIsOver() {
        anna.owes("R-1", "100.00", "2026-10-28");
        blocks.place(
                anna.caseNumber(),
                new Blocks.Wanted(
                        BlockReason.DISPUTE,
                        null,
                        LocalDate.parse("2026-11-03"),
                        "CLERK",
                        "Wants to see the delivery note."));
        assertThat(page()).contains("Wants to see the delivery note.");
        anna.isFreed();
        story.until("2026-11-10T10:00");
        assertThat(page()).containsPattern("(?s)<blockquote[^>]*>Wants to see the delivery note\\.");
    }

    @Test
    void tellsWhichDetailsWereFoundByWhomButNotTheAddress() {
        anna.with("email", "").owes("R-1", "100.00", "2026-10-28");
        story.until("2026-11-03T10:00");
        anna.taskCompleted(Map.of(
                "decision", "FOUND",
                "email", "anna.neu@example.com",
                "comment", "From her answer to the offer."));
        story.until("2026-11-04T10:00");
        String history = history();
        assertThat(history).contains("\"kind\":\"ContactPointAdded\"").doesNotContain("anna.neu");
        assertThat(page())
                .contains("A contact point was added: e-mail address (by a case worker)")
                .contains("From her answer to the offer.")
                .doesNotContain("Contact point added.");
    }

    @Test
    void tellsInEachCaseOfThePersonWhatChangedOfHim() {
        anna.owes("R-1", "100.00", "2026-10-28");
        anna.owes("R-2", "100.00", "CHF", "2026-10-28");
        story.until("2026-11-02T10:00");
        anna.with("email", "anna.zwei@example.com").livesAt("Neue Gasse 2", "04177", "Leipzig");
        anna.owes("R-1", "100.00", "2026-10-28");
        List<String> numbers = anna.cases().stream().map(one -> one.number()).toList();
        assertThat(numbers).hasSize(2);
        for (String number : numbers) {
            String told = desk.get("/cases/" + number).body();
            assertThat(told).contains("What is known of the debtor was changed: address");
            assertThat(told).contains("A contact point was added: e-mail address (by an import)");
        }
    }

    @Test
    void tellsFromWhenToWhenAMessageWaitedAndWhy() {
        anna.owes("R-1", "100.00", "2026-10-28"); // on a Sunday
        assertThat(contacts())
                .contains(
                        "\"waited\":[{\"from\":\"2026-11-01T11:00:00Z\",\"until\":\"2026-11-02T07:00:00Z\",\"reason\":"
                                + "\"nothing goes out at night, on Sundays and on holidays\"}]");
        story.until("2026-11-02T10:00");
        anna.received("2026-11-02 friendly-reminder");
        assertThat(anna.told("ContactSent").facts())
                .containsEntry("waitedFrom", "2026-11-01T11:00:00Z")
                .containsEntry("waitedUntil", "2026-11-02T07:00:00Z")
                .containsEntry("waitedFor", List.of("nothing goes out at night, on Sundays and on holidays"));
        assertThat(page()).contains("It waited from").contains("nothing goes out at night, on Sundays and on holidays");
        String id = anna.lastSent().id().toString();
        assertThat(desk.get("/outbox/" + id).body()).contains("nothing goes out at night, on Sundays and on holidays");
    }

    @Test
    void makesOneLineOfAStopOfManyLooks() {
        anna.owes("R-1", "100.00", "2026-10-31");
        UUID stop = stops.place(new Stops.Wanted(story.creditorId(), null, null, null), CreditorScope.ALL)
                .id();
        for (int day = 3; day < 9; day++) {
            story.until("2026-11-0%dT12:00".formatted(day));
            for (int look = 0; look < 20; look++) {
                story.now();
            }
        }
        String waiting = contacts();
        assertThat(waiting)
                .contains("\"from\":\"2026-11-03T07:00:00Z\",\"until\":null,\"reason\":\"sending is stopped\"");
        int lines = anna.history().size();
        stops.lift(stop, CreditorScope.ALL);
        story.until("2026-11-09T12:00");
        anna.received("2026-11-09 friendly-reminder");
        assertThat(anna.told("ContactSent").facts())
                .containsEntry("waitedFrom", "2026-11-03T07:00:00Z")
                .extractingByKey("waitedFor")
                .asString()
                .contains("sending is stopped");
        assertThat(anna.history())
                .filteredOn(entry -> entry.kind().startsWith("Contact"))
                .hasSize(2);
        assertThat(lines).isLessThan(10);
    }

    @Test
    void tellsWhyAMessageThatWaitedDidNotGoOutAfterAll() {
        anna.owes("R-1", "100.00", "2026-10-28");
        story.until("2026-11-01T18:00");
        anna.isBlocked(BlockReason.DISPUTE);
        assertThat(anna.told("ContactCancelled").facts())
                .containsEntry("reason", "blocked")
                .containsEntry("waitedFrom", "2026-11-01T11:00:00Z")
                .containsEntry("waitedUntil", "2026-11-01T17:00:00Z");
        assertThat(page()).contains("not sent, the case is paused");
    }

    @Test
    void saysNothingOfWaitingWhereNothingWaited() {
        anna.owes("R-1", "100.00", "2026-10-31");
        story.until("2026-11-03T12:00");
        anna.received("2026-11-03 friendly-reminder");
        assertThat(anna.told("ContactSent").facts()).doesNotContainKey("waitedFrom");
        assertThat(contacts()).contains("\"waited\":[]");
    }

    private String page() {
        return desk.get("/cases/" + anna.caseNumber()).body();
    }

    private String history() {
        return api.get("/api/v1/cases/" + anna.caseNumber() + "/history").body();
    }

    private String contacts() {
        return api.get("/api/v1/contacts?case=" + anna.caseNumber()).body();
    }
}
