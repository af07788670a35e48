package dev.kulanz.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.cases.BlockReason;
import dev.kulanz.journal.JournalEntry;
import dev.kulanz.journey.Operations;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A process owner changes ladders and rules while cases run: nobody is forgotten, and no case goes round in circles. */
@KulanzTest
@Timeout(900)
class ChangedModelStoryTests {

    private static final String WITH_A_SECOND_REMINDER = """
            <bpmn:callActivity id="Activity_SendSecondReminder" name="Send second reminder" calledElement="reminder-step"><bpmn:extensionElements><camunda:in businessKey="#{execution.processBusinessKey}" /><camunda:in sourceExpression="second-reminder" target="step" /><camunda:in sourceExpression="7" target="payDays" /></bpmn:extensionElements><bpmn:incoming>Flow_FourteenDaysPassed</bpmn:incoming><bpmn:outgoing>Flow_A</bpmn:outgoing></bpmn:callActivity>
            <bpmn:intermediateCatchEvent id="Event_TenDaysPassed" name="Ten days passed"><bpmn:incoming>Flow_A</bpmn:incoming><bpmn:outgoing>Flow_B</bpmn:outgoing><bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P10D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
            <bpmn:sequenceFlow id="Flow_FourteenDaysPassed" sourceRef="Event_FourteenDaysPassed" targetRef="Activity_SendSecondReminder" />
            <bpmn:sequenceFlow id="Flow_A" sourceRef="Activity_SendSecondReminder" targetRef="Event_TenDaysPassed" />
            <bpmn:sequenceFlow id="Flow_B" sourceRef="Event_TenDaysPassed" targetRef="Activity_SendDunningNotice" />
            <bpmn:sequenceFlow id="Flow_EnterAtSecondReminder" name="second" sourceRef="Gateway_WhichStepComesNext" targetRef="Activity_SendSecondReminder"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${nextStep == 'second-reminder'}</bpmn:conditionExpression></bpmn:sequenceFlow>
            """;

    @Autowired
    private Operations operations;

    @LocalServerPort
    private int port;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00"); // a Monday

    private final StoryDebtor anna = story.debtor("Anna");

    @Test
    void goesOnInItsVersionWhenAStepIsInsertedIntoItsLadder() {
        StoryDebtor bert = story.debtor("Bert").with("debtor_type", "BUSINESS");
        anna.with("debtor_type", "BUSINESS").owes("R-1", "100.00", "2026-10-28");
        story.until("2026-11-03T12:00");

        deploy(
                "processes/business-journey.bpmn",
                "<bpmn:sequenceFlow id=\"Flow_FourteenDaysPassed\" sourceRef=\"Event_FourteenDaysPassed\" targetRef=\"Activity_SendDunningNotice\" />",
                WITH_A_SECOND_REMINDER);
        bert.owes("R-2", "100.00", "2026-10-29");
        story.until("2026-12-08T12:00");

        anna.received("2026-11-02 friendly-reminder", "2026-11-16 dunning-notice", "2026-12-03 final-notice");
        bert.received("2026-11-03 friendly-reminder", "2026-11-17 second-reminder", "2026-11-27 dunning-notice");
    }

    @Test
    void triesFriendlyWordsThatDoNotFitOnceADay() {
        anna.owes("R-1", "100.00", "2026-10-28");
        story.until("2026-11-03T12:00");
        anna.isBlocked(BlockReason.MANUAL);
        story.until("2026-11-20T12:00");

        deploy("rules/step-fitting.dmn", "\"friendly-reminder\", \"second-reminder\"", "\"second-reminder\"");
        anna.isFreed();
        story.until("2026-11-25T13:00");

        anna.received("2026-11-02 friendly-reminder");
        assertThat(found()).allMatch(entry -> entry.facts().get("next").equals("resumption"));
        assertThat(perDay(found())).allSatisfy((day, times) -> assertThat(times).isLessThanOrEqualTo(3));
        assertThat(found().get(found().size() - 1).facts()).containsKey("inVain");
        assertThat(anna.nextAction()).isEqualTo("Name kindly what ended");
    }

    @Test
    void escalatesNothingPastANoticeThatAHandoverRestsOn() {
        anna.owes("R-1", "100.00", "2026-10-28");
        story.until("2026-11-03T12:00");

        deploy("rules/step-fitting.dmn", "\"second-reminder\", \"dunning-notice\"", "\"second-reminder\"");
        story.until("2027-03-01T12:00");

        assertThat(anna.stillOwes("100.00").sent())
                .extracting(contact -> contact.step())
                .startsWith("friendly-reminder", "second-reminder")
                .doesNotContain("dunning-notice", "final-notice");
        assertThat(anna.nextAction()).isNotNull();
        assertThat(found()).hasSizeLessThan(60);
    }

    @Test
    void waitsUntilTomorrowWhereADiagramLeadsBackToTheSamePlace() {
        deploy(
                "processes/business-journey.bpmn",
                "<camunda:in sourceExpression=\"friendly-reminder\" target=\"step\" /><camunda:in sourceExpression=\"7\" target=\"payDays\" /></bpmn:extensionElements>\n        <bpmn:incoming>Flow_SomethingEnded",
                "<camunda:in sourceExpression=\"dunning-notice\" target=\"step\" /><camunda:in sourceExpression=\"7\" target=\"payDays\" /></bpmn:extensionElements>\n        <bpmn:incoming>Flow_SomethingEnded");
        anna.with("debtor_type", "BUSINESS").owes("R-1", "100.00", "2026-10-28");
        story.until("2026-11-03T12:00");
        anna.isBlocked(BlockReason.MANUAL);
        story.until("2026-11-20T12:00");

        anna.isFreed();
        story.until("2026-11-25T13:00");

        anna.received("2026-11-02 friendly-reminder");
        assertThat(perDay(found())).allSatisfy((day, times) -> assertThat(times).isLessThanOrEqualTo(6));
        assertThat(found().get(found().size() - 1).facts()).containsKey("inVain");
        saysThatItGoesInACircle();
    }

    @Test
    void triesOnceADayWhatIsPlannedAndCancelledAgainAndAgainAndSaysSo() {
        anna.with("debtor_type", "BUSINESS").owes("R-1", "100.00", "2026-10-28");
        story.until("2026-11-03T12:00");
        deploy(
                "processes/reminder-step.bpmn",
                "a long pause is over.</bpmn:documentation>",
                "a long pause is over.</bpmn:documentation><bpmn:extensionElements><camunda:inputOutput><camunda:outputParameter name=\"blocked\">false</camunda:outputParameter></camunda:inputOutput></bpmn:extensionElements>");
        anna.isBlocked(BlockReason.MANUAL);
        story.until("2026-11-20T12:00");

        anna.received("2026-11-02 friendly-reminder");
        assertThat(perDay(anna.history().stream()
                        .filter(entry -> entry.kind().equals("ContactCancelled"))
                        .toList()))
                .isNotEmpty()
                .allSatisfy((day, times) -> assertThat(times).isLessThanOrEqualTo(6));
        saysThatItGoesInACircle();
    }

    private void saysThatItGoesInACircle() {
        var ours = new CreditorScope(false, Set.of(story.creditorId()));
        assertThat(operations.groups(ours, 0, 20)).singleElement().satisfies(group -> {
            assertThat(group.first().kind()).isEqualTo(Operations.Kind.CIRCLE);
            assertThat(group.first().diagram()).isEqualTo("Business journey");
            assertThat(group.cases()).containsExactly(anna.caseNumber());
        });
        assertThat(Browser.loggedIn(port, "clerk").page("/incidents").body())
                .contains("comes to the same step again and again", anna.caseNumber());
        operations.retryAll(operations.groups(ours, 0, 1).get(0).first().cause(), ours);
        story.now();
        assertThat(operations.countIncidents(ours)).isPositive();
    }

    /** Where a case came to look for its next step since the rule or diagram was changed. */
    private List<JournalEntry> found() {
        return anna.history().stream()
                .filter(entry -> entry.kind().equals("StepFound"))
                .filter(entry -> entry.facts().get("standsAt") != null)
                .toList();
    }

    private static Map<LocalDate, Long> perDay(List<JournalEntry> entries) {
        return entries.stream()
                .collect(Collectors.groupingBy(
                        entry -> LocalDate.ofInstant(entry.at(), BusinessClock.ZONE), Collectors.counting()));
    }

    private void deploy(String file, String... pairs) {
        story.deploys(file, shipped -> {
            String text = shipped;
            for (int i = 0; i < pairs.length; i += 2) {
                assertThat(text).contains(pairs[i]);
                text = text.replace(pairs[i], pairs[i + 1]);
            }
            return text;
        });
    }
}
