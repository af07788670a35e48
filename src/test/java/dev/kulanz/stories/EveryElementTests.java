package dev.kulanz.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.PassedElements;
import dev.kulanz.support.Stories;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** One winter with debtors of every kind passes each node and each flow of every diagram. */
@KulanzTest
class EveryElementTests {

    @Autowired
    private Stories stories;

    @Autowired
    private PassedElements elements;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ManagementService management;

    @Test
    void passesEachNodeAndFlowOfEveryDiagram() throws IOException {
        elements.forget();
        try (Story story = stories.beginAt("2026-11-02T07:00")) { // a Monday
            new CallsOfEveryKind(story).happen();
        }
        try (Story story = stories.beginAt("2026-11-01T12:00")) { // a Sunday
            new LaddersOfEveryKind(story).happen();
        }
        promisesOfEveryKind();
        assertThat(inForce().stream().flatMap(model -> PassedElements.missing(model, elements.passed()).stream()))
                .as("nodes and flows that nobody passed")
                .isEmpty();
    }

    private void promisesOfEveryKind() {
        try (Story story = stories.beginAt("2026-11-02T09:00")) { // a Monday
            StoryDebtor paysAtTheLastMoment = story.debtor("Kai").owes("K-1", "100.00", "2026-10-28");
            StoryDebtor promisesAnewAtTheLastMoment = story.debtor("Ria").owes("R-1", "100.00", "2026-10-28");
            StoryDebtor isSettledOtherwise = story.debtor("Lea").owes("L-1", "100.00", "2026-10-28");
            StoryDebtor keepsAPart = story.debtor("Tim").owes("T-1", "100.00", "2026-10-28");
            StoryDebtor breaksIt = story.debtor("Bo").owes("B-1", "100.00", "2026-10-28");
            StoryDebtor paysEarly = story.debtor("Eva").owes("E-1", "100.00", "2026-10-28");
            paysAtTheLastMoment.promises("50.00", "2026-11-13");
            promisesAnewAtTheLastMoment.promises("50.00", "2026-11-13");
            isSettledOtherwise.promises("100.00", "2026-11-30");
            keepsAPart.promises("50.00", "2026-11-13");
            breaksIt.promises("100.00", "2026-11-03");
            paysEarly.promises("50.00", "2026-11-13").pays("50.00");
            keepsAPart.pays("10.00");

            story.until("2026-11-19T07:59"); // the grace is over at eight
            paysAtTheLastMoment.book("50.00", "EUR", null);
            promisesAnewAtTheLastMoment.promisesUnnoticed("60.00", "2026-11-30");
            stories.time().standAt(Instant.parse("2026-11-19T07:00:00Z"));
            judgeBeforeTheSignalComes(paysAtTheLastMoment);
            judgeBeforeTheSignalComes(promisesAnewAtTheLastMoment);
            story.until("2026-11-20T10:00");
            isSettledOtherwise.owesOnly("L-2", "10.00", "2027-05-01");
        }
    }

    private void judgeBeforeTheSignalComes(StoryDebtor debtor) {
        String follower = stories.runtime()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(debtor.caseNumber())
                .processDefinitionKey("promise-follow-up")
                .singleResult()
                .getId();
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(follower)
                .singleResult()
                .getId());
    }

    @Test
    void namesWhatWasNotPassed() throws IOException {
        BpmnModelInstance ladder = shipped("dunning-journey");
        assertThat(PassedElements.missing(
                        ladder, Set.of("dunning-journey/Event_CaseOverdue", "dunning-journey/Flow_CaseOverdue")))
                .contains("dunning-journey/Activity_OfferPlan", "dunning-journey/Flow_LadderClimbed")
                .doesNotContain("dunning-journey/Event_CaseOverdue", "dunning-journey/Flow_CaseOverdue");
    }

    /** Every shipped diagram as the engine has it. */
    private List<BpmnModelInstance> inForce() throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:processes/*.bpmn");
        assertThat(files).isNotEmpty();
        return java.util.Arrays.stream(files)
                .map(file -> String.valueOf(file.getFilename()).replace(".bpmn", ""))
                .map(key -> repository.getBpmnModelInstance(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .latestVersion()
                        .singleResult()
                        .getId()))
                .toList();
    }

    private static BpmnModelInstance shipped(String process) throws IOException {
        try (InputStream file = EveryElementTests.class.getResourceAsStream("/processes/" + process + ".bpmn")) {
            return Bpmn.readModelFromStream(file);
        }
    }
}
