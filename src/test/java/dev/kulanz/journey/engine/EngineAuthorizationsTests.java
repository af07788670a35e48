package dev.kulanz.journey.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@KulanzTest
class EngineAuthorizationsTests {

    private static final String FILE = "engine-test.bpmn";

    @LocalServerPort
    private int port;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private EngineAuthorizations grants;

    @Autowired
    private ProcessEngine engine;

    @AfterEach
    void removeDeployments() {
        for (Deployment deployment :
                repository.createDeploymentQuery().deploymentName(FILE).list()) {
            repository.deleteDeployment(deployment.getId(), true);
        }
    }

    @ParameterizedTest
    @CsvSource({"clerk, 403", "compliance, 403", "owner, 200", "admin, 200"})
    void letsOnlyOwnersAndAdminsDeploy(String user, int status) {
        var answer = program(user).deploy(FILE, Bpmn.convertToString(TestProcess.model()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(repository.createDeploymentQuery().deploymentName(FILE).count())
                .isEqualTo(status == 200 ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"clerk, 403", "compliance, 403", "owner, 403", "admin, 204"})
    void letsOnlyAdminsDeleteADeployment(String user, int status) {
        String id = deployed();
        deployed(); // nobody deletes the last version of a process
        assertThat(program(user).delete("/engine-rest/deployment/" + id).statusCode())
                .isEqualTo(status);
    }

    private String deployed() {
        return repository
                .createDeployment()
                .name(FILE)
                .addModelInstance(FILE, TestProcess.model())
                .deploy()
                .getId();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clerk", "owner", "compliance"})
    void letsNobodyButAdminsCreateAFilter(String user) {
        var answer = program(user)
                .post("/engine-rest/filter/create", "{\"resourceType\":\"Task\",\"name\":\"Mine\",\"query\":{}}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clerk", "owner", "compliance"})
    void letsNobodyButAdminsGrantAnything(String user) {
        var answer = program(user)
                .post(
                        "/engine-rest/authorization/create",
                        "{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"" + user
                                + "\",\"resourceType\":5,\"resourceId\":\"*\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clerk", "owner", "compliance", "admin"})
    void letsNobodyMakeUsersInTheEngine(String user) {
        var answer = program(user)
                .post(
                        "/engine-rest/user/create",
                        "{\"profile\":{\"id\":\"mallory\"},\"credentials\":{\"password\":\"mallory\"}}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
    }

    @Test
    void changesNothingWhenTheyAreThereAlready() {
        var before = authorizations.createAuthorizationQuery().list().stream()
                .map(Authorization::toString)
                .toList();
        grants.postProcessEngineBuild(engine);
        assertThat(authorizations.createAuthorizationQuery().list())
                .map(Authorization::toString)
                .containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void setsRightAtTheNextStartWhatSomebodyWidened() {
        Authorization filters = authorizations
                .createAuthorizationQuery()
                .groupIdIn("case-workers")
                .resourceType(Resources.FILTER)
                .singleResult();
        filters.addPermission(Permissions.CREATE);
        authorizations.saveAuthorization(filters);

        grants.postProcessEngineBuild(engine);

        letsNobodyButAdminsCreateAFilter("clerk");
    }

    private Browser program(String user) {
        return Browser.withPassword(port, user, user);
    }
}
