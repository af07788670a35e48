package dev.kulanz.journey.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.shared.BusinessClock;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@KulanzTest
class TasklistFiltersTests {

    @LocalServerPort
    private int port;

    @Autowired
    private FilterService filters;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private TaskService tasks;

    @Autowired
    private BusinessClock clock;

    @RegisterExtension
    private final OpenCase opened = new OpenCase();

    @Test
    void showACaseWorkerWhatHisGroupHasToDo() {
        assertThat(run("clerk", "My group's tasks")).contains(opened.instance());
        assertThat(run("owner", "My group's tasks")).doesNotContain(opened.instance());
        assertThat(run("clerk", "My tasks")).doesNotContain(opened.instance());
        assertThat(run("clerk", "All open")).contains(opened.instance());
    }

    @Test
    void showACaseWorkerWhatHeTook() {
        tasks.setAssignee(opened.task(), "clerk");
        assertThat(run("clerk", "My tasks")).contains(opened.instance());
        assertThat(run("owner", "My tasks")).doesNotContain(opened.instance());
    }

    @Test
    void showWhatIsDueToday() {
        Task task = tasks.createTaskQuery().taskId(opened.task()).singleResult();
        task.setDueDate(Date.from(clock.instant()));
        tasks.saveTask(task);
        assertThat(run("clerk", "Due today")).contains(opened.instance());
        task.setDueDate(Date.from(clock.instant().plus(Duration.ofDays(1))));
        tasks.saveTask(task);
        assertThat(run("clerk", "Due today")).doesNotContain(opened.instance());
    }

    @Test
    void showWhereMuchIsAtStake() {
        assertThat(run("clerk", "High amounts")).doesNotContain(opened.instance());
        tasks.setPriority(opened.task(), 75);
        assertThat(run("clerk", "High amounts")).contains(opened.instance());
    }

    @Test
    void tellWhomATaskIsAbout() {
        assertThat(tasks.getVariablesLocal(opened.task()))
                .containsEntry("debtor", "Erika Mustermann")
                .containsEntry("openAmount", "0.00 EUR")
                .containsKey("caseNumber");
    }

    @Test
    void areMadeOnlyOnce() {
        long before = filters.createFilterQuery().count();
        new TasklistFilters().postProcessEngineBuild(engine);
        assertThat(filters.createFilterQuery().count()).isEqualTo(before);
    }

    /** Lists that were made by a version before are taken along, unless somebody has changed what they show. */
    @Test
    void showReadinessWhereTheyWereMadeBeforeItWasKnown() {
        Filter all = filters.createFilterQuery().filterName("All open").singleResult();
        Map<String, Object> now = all.getProperties();
        List<?> shown = (List<?>) Objects.requireNonNull(now.get("variables"));
        Map<String, Object> before = new HashMap<>(now);
        before.put("variables", shown.subList(0, 3));
        filters.saveFilter(all.setProperties(before));

        new TasklistFilters().postProcessEngineBuild(engine);

        assertThat(filters.createFilterQuery()
                        .filterName("All open")
                        .singleResult()
                        .getProperties()
                        .get("variables"))
                .isEqualTo(shown)
                .asString()
                .contains("readiness");
        assertThat(filters.createFilterQuery().filterName("Ready to hand over").count())
                .isOne();
    }

    private String run(String user, String filter) {
        String id =
                filters.createFilterQuery().filterName(filter).singleResult().getId();
        var answer = Browser.withPassword(port, user, user).get("/engine-rest/filter/" + id + "/list");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
