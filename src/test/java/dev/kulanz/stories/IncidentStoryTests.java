package dev.kulanz.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.journey.Operations;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Stories;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Work that failed again and again, as those who may see it see it. */
@KulanzTest
class IncidentStoryTests {

    private static final int OF_OTHERS = 250;

    @LocalServerPort
    private int port;

    @Autowired
    private Stories stories;

    @Autowired
    private Operations operations;

    @Autowired
    private ManagementService management;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00");

    private final StoryDebtor anna = story.debtor("Anna");

    @BeforeEach
    void fail() {
        anna.owes("R-1", "100.00", "2026-10-31");
        management.setJobRetries(failedJob().getId(), 0);
        stories.jdbc().sql("""
                        insert into act_ru_incident (id_, rev_, incident_timestamp_, incident_type_, configuration_, tenant_id_)
                        select 'other-' || n, 1, timestamp '2026-01-01' + n * interval '1 minute', 'failedJob', 'job-' || n, 'other'
                        from generate_series(1, :count) n""").param("count", OF_OTHERS).update();
    }

    @AfterEach
    void clear() {
        stories.jdbc()
                .sql("delete from act_ru_incident where tenant_id_ = 'other'")
                .update();
    }

    private Job failedJob() {
        return management
                .createJobQuery()
                .processInstanceId(stories.runtime()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(anna.caseNumber())
                        .rootProcessInstances()
                        .singleResult()
                        .getId())
                .singleResult();
    }

    private static CreditorScope only(String creditor) {
        return new CreditorScope(false, Set.of(creditor));
    }

    @Test
    void areNotHiddenByTheManyOfAnotherCreditor() {
        assertThat(operations.groups(only(story.creditorId()), 0, 100))
                .singleElement()
                .satisfies(group -> assertThat(group.cases()).containsExactly(anna.caseNumber()));
        assertThat(operations.countIncidents(only(story.creditorId()))).isEqualTo(1);
    }

    @Test
    void areAllWithinReachPageByPage() {
        Operations.Group group = operations.groups(only("other"), 0, 100).get(0);
        assertThat(group.count()).isEqualTo(OF_OTHERS);
        String cause = group.first().cause();
        assertThat(operations.incidents(cause, only("other"), 2, 100)).hasSize(OF_OTHERS - 200);
        Browser admin = Browser.loggedIn(port, "admin");
        assertThat(admin.page("/incidents?cause=" + cause + "&page=2").body())
                .contains("/incidents?cause=" + cause + "&amp;page=1", "/incidents/job-250/retry");
        assertThat(admin.page("/incidents").body()).contains(anna.caseNumber(), "250", cause);
    }

    @Test
    void areTriedAgainOnlyByThoseWhoMaySeeThem() {
        String job = failedJob().getId();
        assertThat(operations.retry(job, only("other"))).isFalse();
        assertThat(operations.retry(job, only(story.creditorId()))).isTrue();
        assertThat(failedJob().getRetries()).isEqualTo(1);
        assertThat(operations.countIncidents(only(story.creditorId()))).isZero();
    }
}
