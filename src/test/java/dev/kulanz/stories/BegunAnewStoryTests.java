package dev.kulanz.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.journal.JournalEntry;
import dev.kulanz.journey.Operations;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Stories;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Whose ladder failed in an old version comes into the new one, whichever came first, and hears nothing twice. */
@KulanzTest
@Timeout(240)
class BegunAnewStoryTests {

    private static final String LADDER = "dunning-journey.bpmn";
    private static final String STEP = "reminder-step.bpmn";
    private static final String CALL = "voicebot-call.bpmn";

    @Autowired
    private Stories stories;

    @Autowired
    private Operations operations;

    @Autowired
    private RepositoryService repository;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T09:00"); // a Monday

    private final StoryDebtor anna = story.debtor("Anna");
    private final Calls calls = new Calls(story, anna);

    private List<String> deploymentsBefore = List.of();

    @BeforeEach
    void remember() {
        deploymentsBefore = deployments();
    }

    @AfterEach
    void takeBack() {
        stories.jdbc().sql("drop trigger if exists deaf on failure").update();
        deploy(read("rules", "contact-choice.dmn"), "contact-choice.dmn"); // a deployment is heard of, its end is not
        List<String> mine = new ArrayList<>(deployments());
        mine.removeAll(deploymentsBefore);
        mine.forEach(id -> repository.deleteDeployment(id, true));
        stories.jdbc().sql("delete from model_arrival").update();
        stories.jdbc().sql("delete from retry").update();
    }

    // ---- which came first

    @Test
    void whoFailsOnlyAfterTheNewVersionCame() {
        deploy(failingAtTheSecondReminder(), LADDER);
        owes();
        deploy(diagram(LADDER), LADDER);
        story.now();

        story.until("2026-11-13T12:00");

        isHealed();
        anna.received("2026-11-02 friendly-reminder", "2026-11-11 second-reminder");
        wasBegunAnewOnce();
    }

    @Test
    void whoFailsAgainInTheNewestVersionStaysThere() {
        deploy(failingAtTheSecondReminder(), LADDER);
        owes();
        deploy(failingAtTheSecondReminder().replace("noSuchThing", "noOtherThing"), LADDER);
        story.now();

        story.until("2026-11-16T12:00");

        assertThat(failed()).isEqualTo(1);
        wasBegunAnewOnce();
    }

    @Test
    void whoIsTriedAgainByAPerson() {
        failsInTheOldVersion();
        deploy(diagram(LADDER), LADDER);
        nobodyNoticed();

        assertThat(operations.retryAll(
                        operations.groups(ours(), 0, 20).get(0).first().cause(), ours()))
                .isEqualTo(1);
        story.now();

        isHealed();
        wasBegunAnewOnce();
    }

    @Test
    void whoAloneIsTriedAgainByAPerson() {
        failsInTheOldVersion();
        deploy(diagram(LADDER), LADDER);
        nobodyNoticed();

        assertThat(operations.retry(
                        operations.groups(ours(), 0, 20).get(0).first().id(), ours()))
                .isTrue();
        story.now();

        isHealed();
        wasBegunAnewOnce();
    }

    // ---- what comes together

    @Test
    void whoseLadderComesTogetherWithTheStepThatItCalls() {
        failsInTheOldVersion();

        deploy(List.of(LADDER, STEP));
        story.now();

        isHealed();
        story.until("2026-11-16T12:00");
        anna.received("2026-11-02 friendly-reminder", "2026-11-13 second-reminder");
        wasBegunAnewOnce();
    }

    @Test
    void whoseLadderComesTogetherWithATable() {
        failsInTheOldVersion();
        stories.jdbc()
                .sql("update failure set healed_by = array['dmn:contact-choice']")
                .update();

        DeploymentBuilder both = repository.createDeployment();
        both.addString("engine-test-contact-choice.dmn", read("rules", "contact-choice.dmn"))
                .addString("engine-test-" + LADDER, diagram(LADDER))
                .deploy();
        story.now();

        isHealed();
        wasBegunAnewOnce();
    }

    @Test
    void whoIsWantedAlreadyBySomethingThatDoesNotHelp() {
        failsInTheOldVersion();

        String cause = operations.groups(ours(), 0, 20).get(0).first().cause();
        assertThat(operations.retryAll(cause, ours())).isEqualTo(1);
        isWanted("later");
        deploy(diagram(STEP), STEP);
        deploy(diagram(LADDER), LADDER);
        story.now();
        isWanted("earlier");
        story.now();

        isHealed();
        wasBegunAnewOnce();
    }

    // ---- what else goes on

    @Test
    void whosePromiseIsRunningMeanwhile() {
        failsInTheOldVersion();
        anna.promises("100.00", "2026-11-20");
        story.now();

        deploy(diagram(LADDER), LADDER);
        story.now();

        assertThat(anna.history()).extracting(JournalEntry::kind).doesNotContain("JourneyRestarted");
        assertThat(failed()).isEqualTo(1);
        assertThat(wantedAnew()).as("it is wanted, later").isEqualTo(1);
        story.until("2026-11-27T12:00"); // not kept
        isHealed();
        assertThat(anna.history()).extracting(JournalEntry::kind).contains("PromiseBroken");
        story.until("2026-12-18T12:00");
        assertThat(anna.sent()).extracting(contact -> contact.step()).containsOnlyOnce("second-reminder");
    }

    // ---- calls

    @Test
    void isCalledNoMoreOftenThanAnybodyElse() {
        ConsumerLadder.reaches(anna);
        deploy(
                diagram(CALL)
                        .replace(
                                "<bpmn:sequenceFlow id=\"Flow_TwoDaysPassed\" sourceRef=\"Event_TwoDaysPassed\" targetRef=\"Task_CheckBlocks\" />",
                                """
                                <bpmn:sequenceFlow id="Flow_TwoDaysPassed" sourceRef="Event_TwoDaysPassed" targetRef="Task_CheckBlocks">
                                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${attempt &lt; 2 || noSuchThing}</bpmn:conditionExpression>
                                </bpmn:sequenceFlow>"""),
                CALL);
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-27T19:30");
        assertThat(calls.made()).hasSize(2);
        assertThat(failed()).isEqualTo(1);

        deploy(diagram(CALL), CALL);
        story.now();

        isHealed();
        wasBegunAnewOnce();
        story.until("2026-12-10T12:00");
        assertThat(calls.made())
                .containsExactly("2026-11-23T10:00 FAILED", "2026-11-25T13:00 FAILED", "2026-11-30T17:30 FAILED");
    }

    @Test
    void isNotCalledAgainAtAllOnceTheCallsAreOver() {
        ConsumerLadder.reaches(anna);
        String mapping = "<camunda:in sourceExpression=\"dunning-notice\" target=\"step\" />";
        deploy(broken(mapping), LADDER);
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-12-01T12:00");
        assertThat(calls.made()).hasSize(3);
        assertThat(failed()).isEqualTo(1);

        deploy(diagram(LADDER), LADDER);
        story.now();

        isHealed();
        wasBegunAnewOnce();
        story.until("2026-12-10T12:00");
        assertThat(calls.made()).hasSize(3);
        anna.received(ConsumerLadder.until("2026-11-28", "2026-12-01 dunning-notice"));
    }

    // ---- what can't be noted

    @Test
    void failsForTheLastTimeAlsoIfTheDatabaseRefusesTheNote() {
        stories.jdbc().sql("""
                        create or replace function deaf() returns trigger language plpgsql as
                        $$ begin raise exception 'deaf'; end $$""").update();
        stories.jdbc()
                .sql("create trigger deaf before insert on failure for each row execute function deaf()")
                .update();

        failsInTheOldVersion();

        deploy(diagram(LADDER), LADDER);
        story.now();
        isHealed();
    }

    @Test
    void isTriedAgainWhateverArrivesIfNobodyKnowsWhereItFailed() {
        failsInTheOldVersion();
        stories.jdbc()
                .sql("update failure set process = null, element = null, healed_by = '{}', renewed_by = '{}'")
                .update();
        long tries = tries();

        deploy(read("rules", "contact-choice.dmn"), "contact-choice.dmn");
        story.now();

        assertThat(tries()).isEqualTo(tries + 1);
    }

    private void owes() {
        anna.owes("R-1", "100.00", "2026-10-28");
        story.now();
    }

    private void failsInTheOldVersion() {
        deploy(failingAtTheSecondReminder(), LADDER);
        owes();
        story.until("2026-11-13T12:00");
        assertThat(failed()).isEqualTo(1);
    }

    private static String failingAtTheSecondReminder() {
        return broken("<camunda:in sourceExpression=\"second-reminder\" target=\"step\" />");
    }

    private static String broken(String mapping) {
        String broken = diagram(LADDER)
                .replace(mapping, mapping + "<camunda:in sourceExpression=\"${noSuchThing}\" target=\"wording\" />");
        assertThat(broken).contains("noSuchThing");
        return broken;
    }

    private void isHealed() {
        assertThat(failed()).isZero();
    }

    private long failed() {
        return operations.countIncidents(ours());
    }

    private void wasBegunAnewOnce() {
        assertThat(anna.history()).extracting(JournalEntry::kind).containsOnlyOnce("JourneyRestarted");
    }

    private long wantedAnew() {
        return stories.jdbc()
                .sql("select count(*) from retry where anew and wanted_at > now()")
                .query(Long.class)
                .single();
    }

    private void isWanted(String when) {
        stories.jdbc()
                .sql("update retry set wanted_at = wanted_at %s interval '1 hour'"
                        .formatted(when.equals("later") ? "+" : "-"))
                .update();
    }

    private long tries() {
        return stories.jdbc()
                .sql("""
                        select count(*) from act_hi_job_log l join act_ru_execution p on p.id_ = l.process_instance_id_
                        where l.job_state_ = 1 and p.business_key_ = :case""")
                .param("case", anna.caseNumber())
                .query(Long.class)
                .single();
    }

    private void nobodyNoticed() {
        stories.jdbc().sql("delete from model_arrival").update();
    }

    private CreditorScope ours() {
        return new CreditorScope(false, Set.of(story.creditorId()));
    }

    private void deploy(List<String> diagrams) {
        DeploymentBuilder together = repository.createDeployment();
        diagrams.forEach(file -> together.addString("engine-test-" + file, diagram(file)));
        together.deploy();
    }

    private void deploy(String text, String file) {
        repository.createDeployment().addString("engine-test-" + file, text).deploy();
    }

    private static String diagram(String file) {
        return read("processes", file);
    }

    private static String read(String folder, String file) {
        try {
            return Files.readString(Path.of(folder, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> deployments() {
        return repository.createDeploymentQuery().list().stream()
                .map(deployment -> deployment.getId())
                .sorted()
                .toList();
    }
}
