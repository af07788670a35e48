package dev.kulanz.journey.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
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
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ProcessEngine engine;

    private String deployment = "";
    private String instance = "";

    @BeforeEach
    void openACase() {
        deployment = repository
                .createDeployment()
                .addModelInstance("engine-test.bpmn", TestProcess.model())
                .deploy()
                .getId();
        instance =
                runtime.startProcessInstanceByKey(TestProcess.KEY, "of-NORTH-1").getId();
    }

    @AfterEach
    void removeIt() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void showACaseWorkerWhatHisGroupHasToDo() {
        assertThat(run("clerk", "To do")).contains(instance);
        assertThat(run("owner", "To do")).doesNotContain(instance);
        assertThat(run("clerk", "Mine")).doesNotContain(instance);
        assertThat(run("clerk", "All open")).contains(instance);
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
