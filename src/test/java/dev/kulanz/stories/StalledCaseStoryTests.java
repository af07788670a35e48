package dev.kulanz.stories;

import static dev.kulanz.support.Story.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.cases.BlockReason;
import dev.kulanz.journal.JournalEntry;
import dev.kulanz.journey.JourneyRestart;
import dev.kulanz.journey.Operations;
import dev.kulanz.journey.StalledCases;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Stories;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A case of which nobody would ever hear again is found and goes on. */
@KulanzTest
class StalledCaseStoryTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Stories stories;

    @Autowired
    private StalledCases stalled;

    @Autowired
    private JourneyRestart restart;

    @Autowired
    private Operations operations;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T09:00"); // a Monday

    private final StoryDebtor anna = story.debtor("Anna");

    @BeforeEach
    void begin() {
        anna.owes("R-1", "100.00", "2026-10-28");
        anna.received("2026-11-02 friendly-reminder");
    }

    @Test
    void findsACaseWhoseInstanceWasKilledAndJournalsItOnce() {
        assertThat(found()).isEmpty();
        killTheInstance();
        assertThat(found()).containsExactly(anna.caseNumber());

        story.after(days(3));

        assertThat(journal("CaseWithoutNextAction")).hasSize(1);
        assertThat(stalled.list(ours())).singleElement().satisfies(one -> {
            assertThat(one.debtorName()).isEqualTo("Anna Beispiel");
            assertThat(one.foundAt()).isNotNull();
        });
    }

    @Test
    void goesOnWhereTheCaseStandsAndRepeatsNothing() {
        killTheInstance();
        story.after(days(1));

        assertThat(restart.restart(anna.caseNumber())).isTrue();
        story.now();

        assertThat(found()).isEmpty();
        assertThat(stalled.count(ours())).isZero();
        story.after(days(10));
        anna.received("2026-11-02 friendly-reminder", "2026-11-11 second-reminder");
        assertThat(journal("JourneyRestarted")).hasSize(1);
    }

    @Test
    void leavesACaseAloneThatHasANextAction() {
        assertThat(restart.restart(anna.caseNumber())).isFalse();
        anna.isBlocked(BlockReason.DISPUTE);
        story.after(days(20));

        assertThat(found()).as("it waits for the block").isEmpty();
        assertThat(restart.restart(anna.caseNumber())).isFalse();
        assertThat(journal("JourneyRestarted", "CaseWithoutNextAction")).isEmpty();
    }

    @Test
    void showsItToTheClerkWhoStartsItAgain() {
        killTheInstance();
        Browser clerk = Browser.loggedIn(port, "clerk");
        String button = "/incidents/cases/" + anna.caseNumber() + "/restart";
        assertThat(clerk.page("/incidents").body()).contains("Cases without a next action", button);
        assertThat(clerk.page("/").body()).contains("without a next action");

        assertThat(clerk.submit(button, "").statusCode()).isEqualTo(302);
        story.now();

        assertThat(clerk.page("/incidents").body()).doesNotContain(button);
    }

    @Test
    void startsAllOfThemAgainAndNoneTwice() {
        StoryDebtor bert = story.debtor("Bert");
        bert.owes("R-2", "80.00", "2026-10-28");
        story.now();
        killTheInstance();
        killTheInstance(bert);
        assertThat(found()).containsExactlyInAnyOrder(anna.caseNumber(), bert.caseNumber());

        assertThat(operations.restartAll(new CreditorScope(false, Set.of("another"))))
                .isZero();
        assertThat(operations.restartAll(ours())).isEqualTo(2);
        assertThat(operations.restartAll(ours())).as("they are wanted already").isZero();
        story.now();

        assertThat(found()).isEmpty();
        assertThat(journal("JourneyRestarted")).hasSize(1);
        story.after(days(10));
        anna.received("2026-11-02 friendly-reminder", "2026-11-11 second-reminder");
        bert.received("2026-11-02 friendly-reminder", "2026-11-11 second-reminder");
    }

    @Test
    void tellsOperatorsHowManyThereAre() {
        String gauge = "kulanz_cases_without_next_action ";
        double before = metric(gauge);
        killTheInstance();
        assertThat(metric(gauge)).isEqualTo(before + 1);
    }

    private double metric(String name) {
        String text = Browser.withPassword(port, "admin", "admin")
                .get("/actuator/prometheus")
                .body();
        return text.lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .findFirst()
                .orElseThrow();
    }

    private void killTheInstance() {
        killTheInstance(anna);
    }

    private void killTheInstance(StoryDebtor debtor) {
        stories.runtime()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(debtor.caseNumber())
                .rootProcessInstances()
                .list()
                .forEach(one -> stories.runtime().deleteProcessInstance(one.getId(), "somebody deleted it in Cockpit"));
    }

    private CreditorScope ours() {
        return new CreditorScope(false, Set.of(story.creditorId()));
    }

    private List<String> found() {
        return stalled.list(ours()).stream().map(StalledCases.Stalled::number).toList();
    }

    private List<JournalEntry> journal(String... kinds) {
        return stories.journal().ofCase(anna.caseNumber(), 0, 500).stream()
                .filter(entry -> Set.of(kinds).contains(entry.kind()))
                .toList();
    }
}
