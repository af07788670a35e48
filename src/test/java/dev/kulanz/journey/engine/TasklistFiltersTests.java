package dev.kulanz.journey.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.shared.BusinessClock;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.TestCases;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@KulanzTest
class TasklistFiltersTests {

    @LocalServerPort
    private int port;

    @Autowired
    private FilterService filters;

    @Autowired
    private TestCases cases;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private TaskService tasks;

    @Autowired
    private BusinessClock clock;

    private String deployment = "";
    private String instance = "";

    @BeforeEach
    void openACase() {
        deployment = repository
                .createDeployment()
                .addModelInstance("engine-test.bpmn", TestProcess.model())
                .deploy()
                .getId();
        instance = runtime.startProcessInstanceByKey(TestProcess.KEY, cases.of("NORTH"))
                .getId();
    }

    @AfterEach
    void removeIt() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void showACaseWorkerWhatHisGroupHasToDo() {
        assertThat(run("clerk", "My group's tasks")).contains(instance);
        assertThat(run("owner", "My group's tasks")).doesNotContain(instance);
        assertThat(run("clerk", "My tasks")).doesNotContain(instance);
        assertThat(run("clerk", "All open")).contains(instance);
    }

    @Test
    void showACaseWorkerWhatHeTook() {
        tasks.setAssignee(task().getId(), "clerk");
        assertThat(run("clerk", "My tasks")).contains(instance);
        assertThat(run("owner", "My tasks")).doesNotContain(instance);
    }

    @Test
    void showWhatIsDueToday() {
        Task task = task();
        task.setDueDate(Date.from(clock.instant()));
        tasks.saveTask(task);
        assertThat(run("clerk", "Due today")).contains(instance);
        task.setDueDate(Date.from(clock.instant().plus(Duration.ofDays(1))));
        tasks.saveTask(task);
        assertThat(run("clerk", "Due today")).doesNotContain(instance);
    }

    @Test
    void showWhereMuchIsAtStake() {
        assertThat(run("clerk", "High amounts")).doesNotContain(instance);
        tasks.setPriority(task().getId(), 75);
        assertThat(run("clerk", "High amounts")).contains(instance);
    }

    @Test
    void tellWhomATaskIsAbout() {
        assertThat(tasks.getVariablesLocal(task().getId()))
                .containsEntry("debtor", "Erika Mustermann")
                .containsEntry("openAmount", "0 EUR")
                .containsKey("caseNumber");
    }

    private Task task() {
        return tasks.createTaskQuery().processInstanceId(instance).singleResult();
    }

    @Test
    void areMadeOnlyOnce() {
        long before = filters.createFilterQuery().count();
        new TasklistFilters().postProcessEngineBuild(engine);
        assertThat(filters.createFilterQuery().count()).isEqualTo(before);
    }

    private String run(String user, String filter) {
        String id =
                filters.createFilterQuery().filterName(filter).singleResult().getId();
        var answer = Browser.withPassword(port, user, user).get("/engine-rest/filter/" + id + "/list");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
