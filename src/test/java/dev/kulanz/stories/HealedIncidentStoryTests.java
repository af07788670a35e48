package dev.kulanz.stories;

import static dev.kulanz.support.Story.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.access.Users;
import dev.kulanz.journal.JournalEntry;
import dev.kulanz.journey.Operations;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Stories;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What failed for one reason stands together, and goes on by itself once a model arrives that puts it right. */
@KulanzTest
@Timeout(240)
class HealedIncidentStoryTests {

    private static final Map<String, String> BY_THE_MODELER = Map.of(
            "deployment-name", "my table",
            "deployment-source", "Camunda Modeler",
            "enable-duplicate-filtering", "true",
            "deploy-changed-only", "true");

    @LocalServerPort
    private int port;

    @Autowired
    private Stories stories;

    @Autowired
    private Operations operations;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private Users users;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T09:00"); // a Monday

    private final StoryDebtor anna = story.debtor("Anna");
    private final StoryDebtor bert = story.debtor("Bert");
    private final StoryDebtor cleo = story.debtor("Cleo");

    private List<String> deploymentsBefore = List.of();

    @BeforeEach
    void remember() {
        deploymentsBefore = deployments();
    }

    @AfterEach
    void takeBack() {
        List.of("contact-choice", "journey-choice").forEach(this::mend); // a deployment is heard of, its end is not
        List<String> mine = new ArrayList<>(deployments());
        mine.removeAll(deploymentsBefore);
        mine.forEach(id -> repository.deleteDeployment(id, true));
        stories.jdbc().sql("delete from model_arrival").update();
        stories.jdbc().sql("delete from retry").update();
    }

    @Test
    void areOneGroupAndGoOnByThemselvesOnceTheRightTableArrives() {
        all().forEach(this::owes);
        story.now();
        breakTable("contact-choice");
        story.until("2026-11-13T12:00");

        assertThat(operations.groups(ours(), 0, 20)).singleElement().satisfies(group -> {
            assertThat(group.count()).isEqualTo(3);
            assertThat(group.cases()).hasSize(3);
            assertThat(group.first().table()).isEqualTo("Contact choice");
            assertThat(group.first().where()).isEqualTo("Choose contact");
            assertThat(group.first().diagram()).isEqualTo("Reminder step");
        });
        String page = Browser.loggedIn(port, "clerk").page("/incidents").body();
        assertThat(page)
                .contains("The table “Contact choice” could not answer", "asked at “Choose contact” in “Reminder step”")
                .contains("Try all again")
                .doesNotContain("Exception", "dev.kulanz");

        deployRight("contact-choice.dmn");
        assertThat(operations.countIncidents(ours()))
                .as("nobody who deploys waits for it")
                .isEqualTo(3);
        story.now();

        assertThat(operations.countIncidents(ours())).isZero();
        story.until("2026-11-16T12:00");
        all().forEach(one -> one.received("2026-11-02 friendly-reminder", "2026-11-13 second-reminder"));
    }

    @Test
    void areNotTriedAgainWhenAnotherTableArrives() {
        anna.owes("R-1", "100.00", "2026-10-28");
        story.now();
        breakTable("contact-choice");
        story.until("2026-11-13T12:00");
        assertThat(operations.countIncidents(ours())).isEqualTo(1);

        deployRight("promise-limits.dmn", "</definitions>", "<!-- mine --></definitions>");
        story.now();

        assertThat(operations.countIncidents(ours())).isEqualTo(1);
    }

    @Test
    void areTriedOnceForEachDeploymentThatDoesNotHelp() {
        anna.owes("R-1", "100.00", "2026-10-28");
        story.now();
        breakTable("contact-choice");
        story.until("2026-11-13T12:00");
        long failed = failedTries();

        breakTable("contact-choice");
        story.now();
        story.after(days(1));

        assertThat(failedTries()).isEqualTo(failed + 1);
        assertThat(operations.countIncidents(ours())).isEqualTo(1);
    }

    @Test
    void areAlsoJourneysThatCannotBegin() {
        double before = metric();
        breakTable("journey-choice");
        all().forEach(this::owes);
        story.now();
        assertThat(operations.countIncidents(ours()))
                .as("it is soon tried again by itself")
                .isZero();
        assertThat(metric()).isEqualTo(before);
        isTriedUntilItRests();

        assertThat(operations.groups(ours(), 0, 20)).singleElement().satisfies(group -> {
            assertThat(group.count()).isEqualTo(3);
            assertThat(group.first().kind()).isEqualTo(Operations.Kind.START);
            assertThat(group.first().table()).isEqualTo("Journey choice");
        });
        assertThat(metric()).isEqualTo(before + 3);
        Browser clerk = Browser.loggedIn(port, "clerk");
        assertThat(clerk.page("/incidents").body())
                .contains("The table “Journey choice” could not answer", "asked when the journey begins");
        assertThat(clerk.page("/").body()).contains("failed again and again");

        deployRight("journey-choice.dmn");
        story.now();

        assertThat(operations.countIncidents(ours())).isZero();
        assertThat(metric()).isEqualTo(before);
        story.after(days(1));
        all().forEach(one -> one.received("2026-11-02 friendly-reminder"));
    }

    @Test
    void areAlsoNewsThatCannotBeTold() {
        String followUp = "promise-follow-up.bpmn";
        String broken = diagram(followUp)
                .replaceFirst(
                        "camunda:delegateExpression=\"\\$\\{\\w+}\"",
                        "camunda:delegateExpression=\"\\${noSuchThing}\"");
        assertThat(broken).contains("noSuchThing");
        anna.owes("R-1", "100.00", "2026-10-28");
        story.now();
        repository
                .createDeployment()
                .addString("engine-test-" + followUp, broken)
                .deploy();
        anna.promises("100.00", "2026-11-12");
        story.now();
        assertThat(operations.countIncidents(ours()))
                .as("it is soon tried again by itself")
                .isZero();
        isTriedUntilItRests();

        assertThat(operations.groups(ours(), 0, 20)).singleElement().satisfies(group -> {
            assertThat(group.first().kind()).isEqualTo(Operations.Kind.NEWS);
            assertThat(group.cases()).containsExactly(anna.caseNumber());
        });
        assertThat(Browser.loggedIn(port, "clerk").page("/incidents").body())
                .contains("The journey could not be told what happened", anna.caseNumber());

        assertThat(owner().deploy(BY_THE_MODELER, followUp, diagram(followUp)).statusCode())
                .isEqualTo(200);
        story.now();

        assertThat(operations.countIncidents(ours())).isZero();
        anna.received("2026-11-02 friendly-reminder", "2026-11-02 promise-confirmation");
    }

    @Test
    void beginsALadderAnewInItsNewVersionThatFailedInTheOldOne() {
        String journey = "dunning-journey.bpmn";
        String broken = diagram(journey)
                .replace(
                        "<camunda:in sourceExpression=\"second-reminder\" target=\"step\" />",
                        "<camunda:in sourceExpression=\"second-reminder\" target=\"step\" /><camunda:in sourceExpression=\"${noSuchThing}\" target=\"wording\" />");
        assertThat(broken).contains("noSuchThing");
        repository
                .createDeployment()
                .addString("engine-test-" + journey, broken)
                .deploy();
        anna.owes("R-1", "100.00", "2026-10-28");
        story.until("2026-11-13T12:00");
        assertThat(operations.groups(ours(), 0, 20)).singleElement().satisfies(group -> {
            assertThat(group.first().kind()).isEqualTo(Operations.Kind.STEP);
            assertThat(group.first().table()).isNull();
            assertThat(group.first().where()).isEqualTo("Send second reminder");
            assertThat(group.first().message()).contains("noSuchThing").doesNotContain("Exception");
        });

        assertThat(owner().deploy(BY_THE_MODELER, journey, diagram(journey)).statusCode())
                .isEqualTo(200);
        story.now();

        assertThat(operations.countIncidents(ours())).isZero();
        story.until("2026-11-16T12:00");
        anna.received("2026-11-02 friendly-reminder", "2026-11-13 second-reminder");
        assertThat(anna.history()).extracting(JournalEntry::kind).containsOnlyOnce("JourneyRestarted");
    }

    @Test
    void areShownInBoundsHoweverManyThereAre() {
        stories.jdbc().sql("""
                        insert into act_ru_incident (id_, rev_, incident_timestamp_, incident_type_, configuration_, tenant_id_, activity_id_)
                        select 'many-' || n, 1, timestamp '2026-01-01' + n * interval '1 second', 'failedJob', 'many-' || n, 'many',
                               'Task_' || n %% 70
                        from generate_series(1, 5000) n""".replace("%%", "%")).update();
        try {
            Browser admin = Browser.loggedIn(port, "admin");
            String page = admin.page("/incidents").body();
            assertThat(page.split("name=\"cause\"", -1)).hasSizeLessThanOrEqualTo(21);
            assertThat(admin.page("/incidents?page=3").body()).contains("/incidents?page=2");
            String cause = operations.groups(only("many"), 0, 1).get(0).first().cause();

            assertThat(operations.retryAll(cause, only("many"))).isEqualTo(72);
            assertThat(operations.retryAll(cause, only("many"))).isZero();
            assertThat(operations.groups(only("many"), 0, 1).get(0).waiting()).isEqualTo(72);
            story.now();
            assertThat(stories.jdbc()
                            .sql("select count(*) from retry")
                            .query(Long.class)
                            .single())
                    .isZero();
            for (String odd : List.of("%00", "%27%20or%201=1", "0".repeat(32), "0".repeat(100_000 / 20))) {
                assertThat(admin.page("/incidents?cause=" + odd).body()).contains("This is settled already.");
            }
        } finally {
            stories.jdbc()
                    .sql("delete from act_ru_incident where tenant_id_ = 'many'")
                    .update();
        }
    }

    @Test
    void areTriedAgainTogetherByWhoMaySeeThemAndNobodyElse() {
        Story other = stories.beginAt("2026-11-02T09:00");
        try {
            StoryDebtor dora = other.debtor("Dora");
            dora.owes("D-1", "100.00", "2026-10-28");
            anna.owes("R-1", "100.00", "2026-10-28");
            story.now();
            breakTable("contact-choice");
            story.until("2026-11-13T12:00");
            mend("contact-choice");
            String cause = operations.groups(ours(), 0, 20).get(0).first().cause();
            assertThat(operations.countIncidents(cause, only(other.creditorId())))
                    .isEqualTo(1);

            assertThat(operations.retryAll(cause, only("nobody"))).isZero();
            users.changeScope("clerk", only(other.creditorId()));
            Browser clerk = Browser.loggedIn(port, "clerk");
            assertThat(clerk.page("/incidents").body()).doesNotContain(anna.caseNumber());
            for (int i = 0; i < 3; i++) {
                assertThat(clerk.submit("/incidents/retry", "cause=" + cause).statusCode())
                        .isEqualTo(302);
            }
            assertThat(Browser.loggedIn(port, "compliance")
                            .submit("/incidents/retry", "cause=" + cause)
                            .statusCode())
                    .isEqualTo(403);
            story.now();

            assertThat(operations.countIncidents(only(other.creditorId()))).isZero();
            assertThat(operations.countIncidents(ours())).isEqualTo(1);
            dora.received("2026-11-02 friendly-reminder", "2026-11-13 second-reminder");
            anna.received("2026-11-02 friendly-reminder");
        } finally {
            users.changeScope("clerk", CreditorScope.ALL);
            other.close();
        }
    }

    private void owes(StoryDebtor one) {
        one.owes("R-" + (all().indexOf(one) + 1), "100.00", "2026-10-28");
    }

    /** As time would do, but for the seconds. */
    private void isTriedUntilItRests() {
        for (int i = 0; i < 3; i++) {
            stories.jdbc()
                    .sql("update dunning_case set next_start_at = null where creditor_id = :creditor")
                    .param("creditor", story.creditorId())
                    .update();
            stories.jdbc().sql("""
                            update signal set next_attempt_at = created_at
                            where case_number in (select number from dunning_case where creditor_id = :creditor)""").param("creditor", story.creditorId()).update();
            story.now();
        }
    }

    private static String diagram(String file) {
        return read(Path.of("processes", file));
    }

    private List<StoryDebtor> all() {
        return List.of(anna, bert, cleo);
    }

    private long failedTries() {
        return stories.jdbc()
                .sql("""
                        select count(*) from act_hi_job_log l join act_ru_execution p on p.id_ = l.process_instance_id_
                        where l.job_state_ = 1 and p.business_key_ = :case""")
                .param("case", anna.caseNumber())
                .query(Long.class)
                .single();
    }

    private double metric() {
        return Browser.withPassword(port, "admin", "admin")
                .get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("kulanz_incidents "))
                .mapToDouble(line -> Double.parseDouble(line.substring("kulanz_incidents ".length())))
                .findFirst()
                .orElseThrow();
    }

    private CreditorScope ours() {
        return only(story.creditorId());
    }

    private static CreditorScope only(String creditor) {
        return new CreditorScope(false, Set.of(creditor));
    }

    /** A version that the check would not let in: it can be read, and fails when it is asked. */
    private void breakTable(String key) {
        String broken = text(key + ".dmn").replaceFirst("<text>(hasEmail|creditor)</text>", "<text>noSuchFact</text>");
        assertThat(broken).contains("noSuchFact");
        deployUnchecked(key, broken);
    }

    private void mend(String key) {
        deployUnchecked(key, text(key + ".dmn"));
        stories.jdbc().sql("delete from model_arrival").update(); // nobody noticed
    }

    private void deployUnchecked(String key, String text) {
        repository
                .createDeployment()
                .addString("engine-test-" + key + ".dmn", text)
                .deploy();
    }

    private void deployRight(String file, String... pairs) {
        String text = text(file);
        for (int i = 0; i < pairs.length; i += 2) {
            text = text.replace(pairs[i], pairs[i + 1]);
        }
        assertThat(owner().deploy(BY_THE_MODELER, file, text).statusCode()).isEqualTo(200);
    }

    private static String text(String file) {
        return read(Path.of("rules", file));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Browser owner() {
        return Browser.withPassword(port, "owner", "owner");
    }

    private List<String> deployments() {
        return repository.createDeploymentQuery().list().stream()
                .map(deployment -> deployment.getId())
                .sorted()
                .toList();
    }
}
