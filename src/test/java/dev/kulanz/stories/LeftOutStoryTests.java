package dev.kulanz.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.journey.Operations;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A step that does not fit, or to which nobody found an address, is left out, and the ladder goes on. */
@KulanzTest
@Timeout(900)
class LeftOutStoryTests {

    private static final String NOTICES =
            "\"friendly-reminder\", \"second-reminder\", \"dunning-notice\", \"final-notice\"";

    @Autowired
    private RepositoryService repository;

    @Autowired
    private Operations operations;

    @LocalServerPort
    private int port;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00"); // a Monday

    private final StoryDebtor anna = story.debtor("Anna");
    private final List<String> deployed = new ArrayList<>();

    @AfterEach
    void takeBack() {
        deployed.forEach(id -> repository.deleteDeployment(id, true));
    }

    // ---- by rule

    @Test
    void goesOnWithTheSecondWhereTheFirstReminderDoesNotFit() throws IOException {
        fitting("\"second-reminder\", \"dunning-notice\", \"final-notice\"");
        anna.owes("R-1", "12.00", "2026-10-30");
        story.until("2026-11-15T12:00");
        anna.received("2026-11-09 second-reminder", "2026-11-13 digital-nudge");
        assertThat(anna.summary().step()).isEqualTo("digital-nudge");
        assertThat(anna.told("StepLeftOut").facts()).containsEntry("step", "friendly-reminder");
        assertThat(incidents()).isZero();
    }

    @Test
    void goesOnBehindASecondReminderThatDoesNotFit() throws IOException {
        fitting("\"friendly-reminder\", \"dunning-notice\", \"final-notice\"");
        ConsumerLadder.reaches(anna).owes("R-1", "100.00", "2026-10-30");
        story.until("2026-12-20T12:00");
        assertThat(anna.sent())
                .filteredOn(contact -> contact.purpose() == dev.kulanz.contact.Purpose.DEMAND)
                .extracting(contact -> contact.step())
                .containsExactly("friendly-reminder", "digital-nudge", "plan-offer", "dunning-notice", "final-notice");
        assertThat(incidents()).isZero();
    }

    @Test
    void keepsTheDaysBetweenTwoRungsWhenTheLadderBeginsAnewBehindWhatWasLeftOut() throws IOException {
        fitting("\"second-reminder\", \"dunning-notice\", \"final-notice\"");
        anna.owes("R-1", "12.00", "2026-10-30");
        story.until("2026-11-05T12:00");
        anna.owes("R-2", "15.00", "2026-10-20"); // older, and its first reminder is still to come
        story.until("2026-11-16T07:00");
        anna.receivedNothing();
        story.until("2026-11-16T20:00");
        anna.received(
                "2026-11-16 second-reminder"); // a week after the 9th, when it would have come without the older one
    }

    @Test
    void comesBackToANoticeThatAHandoverRestsOnAndSaysSo() throws IOException {
        fitting("\"friendly-reminder\", \"second-reminder\", \"final-notice\"");
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2027-02-15T12:00");
        assertThat(anna.sent()).extracting(contact -> contact.step()).doesNotContain("dunning-notice", "final-notice");
        anna.stillOwes("100.00");
        saysThatItGoesInACircle();
    }

    @Test
    void sendsNothingAndSaysSoWhereNoNoticeFitsAtAll() throws IOException {
        deploy(table -> table.replace("<text>true</text>", "<text>false</text>"));
        anna.owes("R-1", "12.00", "2026-10-30");
        story.until("2027-02-01T12:00");
        anna.receivedNothing().stillOwes("12.00");
        saysThatItGoesInACircle();
        assertThat(anna.nextAction()).isNotNull();
    }

    @Test
    void releasesNothingWhoseFinalNoticeWasLeftOut() throws IOException {
        fitting("\"friendly-reminder\", \"second-reminder\", \"dunning-notice\"");
        ConsumerLadder.reaches(anna).owes("R-1", "100.00", "2026-10-30");
        story.until("2027-02-15T12:00");
        assertThat(anna.task().getName()).isEqualTo("Release hand-over");
        assertThat(Browser.withPassword(port, "clerk", "clerk")
                        .post(
                                "/engine-rest/task/" + anna.task().getId() + "/submit-form",
                                "{\"variables\":{\"decision\":{\"value\":\"RELEASE\"}}}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(anna.task().getName()).isEqualTo("Release hand-over");
    }

    @Test
    void leavesOutNothingWhoseTurnIsTakenAwayByTheOldestInvoice() {
        anna.with("email", "").owes("R-1", "100.00", "2026-10-28");
        assertThat(step()).isEqualTo("friendly-reminder");
        anna.owes("R-2", "50.00", "2026-10-01"); // older: the ladder takes the step away and looks anew
        story.after(Story.days(1));
        assertThat(anna.history()).extracting(entry -> entry.kind()).doesNotContain("StepLeftOut");
    }

    @Test
    void foretellsTheStepBehindTheOneThatIsLeftOut() throws IOException {
        fitting("\"second-reminder\", \"dunning-notice\", \"final-notice\"");
        anna.owes("R-1", "12.00", "2026-10-30");
        story.until("2026-11-04T12:00");
        assertThat(anna.wouldReceive("R-1", "12.00", "2026-10-30")).containsExactly("2026-11-09 second-reminder EMAIL");
    }

    // ---- by hand

    @Test
    void asksForTheNextStepAfterAPersonLeftOneOut() {
        anna.with("email", "").owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-02T12:00");
        assertThat(step()).isEqualTo("friendly-reminder");
        anna.taskCompleted(Map.of("decision", "NOTHING_FOUND"));
        assertThat(anna.told("StepLeftOut").facts()).containsEntry("step", "friendly-reminder");
        story.until("2026-11-09T12:00");
        assertThat(step()).isEqualTo("second-reminder");
        anna.taskCompleted(Map.of("decision", "NOTHING_FOUND"));
        story.until("2026-12-01T12:00");
        assertThat(step()).isEqualTo("dunning-notice");
    }

    @Test
    void beginsFriendlyAllTheSameOnceThereIsAnAddress() {
        anna.with("email", "").owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-02T12:00");
        anna.taskCompleted(Map.of("decision", "NOTHING_FOUND"));
        story.until("2026-11-09T12:00");
        anna.taskCompleted(Map.of("decision", "FOUND", "email", "anna.neu@example.com"));
        story.until("2026-11-10T12:00");
        anna.received("2026-11-09 friendly-reminder");
        story.until("2026-11-30T12:00");
        assertThat(anna.sent().get(1).step()).isEqualTo("second-reminder");
    }

    @Test
    void waitsForAPersonAtTheMahnungOfWhoCanNotBeWrittenToAndSaysSo() {
        anna.with("email", "").owes("R-1", "100.00", "2026-10-30");
        for (int week = 0; week < 12; week++) {
            story.after(Story.days(7));
            if (anna.task() != null) {
                assertThat(anna.task().getName()).isEqualTo("Find contact details");
                anna.taskCompleted(Map.of("decision", "NOTHING_FOUND"));
            }
        }
        anna.receivedNothing().stillOwes("100.00");
        saysThatItGoesInACircle();
    }

    private void saysThatItGoesInACircle() {
        CreditorScope ours = new CreditorScope(false, Set.of(story.creditorId()));
        assertThat(operations.groups(ours, 0, 20)).singleElement().satisfies(group -> {
            assertThat(group.first().kind()).isEqualTo(Operations.Kind.CIRCLE);
            assertThat(group.count()).isEqualTo(1);
            assertThat(group.cases()).containsExactly(anna.caseNumber());
        });
        assertThat(Browser.loggedIn(port, "clerk").page("/incidents").body())
                .contains("comes to the same step again and again", anna.caseNumber());
    }

    private long incidents() {
        return operations.countIncidents(new CreditorScope(false, Set.of(story.creditorId())));
    }

    private Object step() {
        return story.house().runtime().getVariable(anna.task().getExecutionId(), "step");
    }

    /** Of the notices only these fit. */
    private void fitting(String notices) throws IOException {
        deploy(table -> table.replace(NOTICES, notices));
    }

    private void deploy(UnaryOperator<String> change) throws IOException {
        String table = Files.readString(Path.of("rules/step-fitting.dmn"));
        assertThat(change.apply(table)).isNotEqualTo(table);
        deployed.add(repository
                .createDeployment()
                .addString("engine-test-step-fitting.dmn", change.apply(table))
                .deploy()
                .getId());
    }
}
