package dev.kulanz.journey.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kulanz.access.CreditorScope;
import dev.kulanz.access.NewUser;
import dev.kulanz.access.Role;
import dev.kulanz.access.Users;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.TestCases;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may see one creditor sees its cases in the engine, and no others. */
@KulanzTest
class EngineTenantsTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestCases cases;

    @Autowired
    private Users users;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    private final ObjectMapper json = new ObjectMapper();
    private final List<String> deployments = new ArrayList<>();
    private String instanceOfNorth = "";
    private String instanceOfSouth = "";

    @BeforeEach
    void startOneCaseOfEachCreditor() {
        deploy(TestProcess.KEY + ".bpmn", Bpmn.convertToString(TestProcess.model()));
        instanceOfNorth = start(cases.of("NORTH"));
        instanceOfSouth = start(cases.of("SOUTH"));
        if (users.find("north").isEmpty()) {
            users.create(
                    new NewUser("north", "", "north", Role.CASE_WORKER, new CreditorScope(false, Set.of("NORTH"))));
        }
    }

    @AfterEach
    void removeThem() {
        deployments.forEach(id -> repository.deleteDeployment(id, true));
    }

    @Test
    void showsAScopedUserOnlyHisCreditorsCases() throws Exception {
        Browser north = program("north");
        assertThat(ids(north.get("/engine-rest/process-instance?processDefinitionKey=" + TestProcess.KEY), "id"))
                .containsExactly(instanceOfNorth);
        assertThat(ids(north.get("/engine-rest/task?processDefinitionKey=" + TestProcess.KEY), "processInstanceId"))
                .containsExactly(instanceOfNorth);
        assertThat(ids(
                        north.get("/engine-rest/history/task?processDefinitionKey=" + TestProcess.KEY),
                        "processInstanceId"))
                .containsExactly(instanceOfNorth);
        assertThat(ids(
                        north.get("/engine-rest/history/process-instance?processDefinitionKey=" + TestProcess.KEY),
                        "id"))
                .containsExactly(instanceOfNorth);
    }

    @Test
    void refusesCountsOverAllCreditorsToWhoSeesSome() {
        String definition = runtime.createProcessInstanceQuery()
                .processInstanceId(instanceOfNorth)
                .singleResult()
                .getProcessDefinitionId();
        String counts = "/engine-rest/history/process-definition/" + definition + "/statistics?finished=true";
        assertThat(program("north").get(counts).statusCode()).isEqualTo(403);
        assertThat(program("owner").get(counts).statusCode()).isEqualTo(200);
    }

    @Test
    void hidesOthersCasesAlsoFromWhoKnowsTheirIds() {
        String task = taskOf(instanceOfSouth);
        Browser north = program("north");
        assertThat(north.get("/engine-rest/process-instance/" + instanceOfSouth).statusCode())
                .isEqualTo(404);
        assertThat(north.get("/engine-rest/task/" + task).statusCode()).isEqualTo(404);
        assertThat(north.get("/engine-rest/task/" + task + "/variables").statusCode())
                .isIn(403, 404, 500);
        assertThat(north.post("/engine-rest/task/" + task + "/submit-form", TestProcess.ANSWER)
                        .statusCode())
                .isIn(403, 404, 500);
        assertThat(taskOf(instanceOfSouth)).isEqualTo(task);
    }

    @Test
    void showsBothToWhoSeesAllCreditors() throws Exception {
        for (String user : List.of("clerk", "owner", "compliance", "admin")) {
            assertThat(ids(
                            program(user).get("/engine-rest/process-instance?processDefinitionKey=" + TestProcess.KEY),
                            "id"))
                    .as(user)
                    .containsExactlyInAnyOrder(instanceOfNorth, instanceOfSouth);
        }
    }

    @Test
    void letsACaseWorkerClaimAndCompleteATaskOfHisCreditor() {
        String task = taskOf(instanceOfNorth);
        Browser north = program("north");
        assertThat(north.post("/engine-rest/task/" + task + "/claim", "{\"userId\":\"north\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(north.post("/engine-rest/task/" + task + "/submit-form", TestProcess.ANSWER)
                        .statusCode())
                .isEqualTo(204);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instanceOfNorth)
                        .count())
                .isZero();
    }

    @Test
    void showsAWiderScopeAtOnce() throws Exception {
        users.changeScope("north", new CreditorScope(false, Set.of("NORTH", "SOUTH")));
        try {
            assertThat(ids(
                            program("north")
                                    .get("/engine-rest/process-instance?processDefinitionKey=" + TestProcess.KEY),
                            "id"))
                    .hasSize(2);
        } finally {
            users.changeScope("north", new CreditorScope(false, Set.of("NORTH")));
        }
    }

    @Test
    void keepsCreditorsApartInTasklistAndCockpit() throws Exception {
        Browser north = Browser.loggedIn(port, "north");
        String path = "/camunda/api/engine/engine/default/task?processDefinitionKey=" + TestProcess.KEY;
        assertThat(ids(north.get(path), "processInstanceId")).containsExactly(instanceOfNorth);

        Browser compliance = Browser.loggedIn(port, "compliance");
        compliance.page("/camunda/app/cockpit/default/");
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(TestProcess.KEY)
                .latestVersion()
                .singleResult()
                .getId();
        JsonNode instances = json.readTree(compliance
                .post(
                        "/camunda/api/cockpit/plugin/base/default/process-instance",
                        "{\"processDefinitionId\":\"" + definition + "\"}",
                        "X-XSRF-TOKEN",
                        compliance.cookie("XSRF-TOKEN"))
                .body());
        assertThat(instances.findValuesAsText("id")).contains(instanceOfNorth, instanceOfSouth);
    }

    @Test
    void passesTheTenantOnToCalledInstances() {
        deploy(
                "engine-test-caller.bpmn",
                Bpmn.convertToString(Bpmn.createExecutableProcess("engine-test-caller")
                        .name("Caller")
                        .camundaHistoryTimeToLiveString("P1D")
                        .startEvent("Event_CaseOpened")
                        .name("Case opened")
                        .sequenceFlowId("Flow_ToCall")
                        .callActivity("Activity_DoEngineTest")
                        .name("Do engine test")
                        .calledElement(TestProcess.KEY)
                        .camundaInBusinessKey("#{execution.processBusinessKey}")
                        .sequenceFlowId("Flow_ToEnd")
                        .endEvent("Event_CaseSeen")
                        .name("Case seen")
                        .done()));
        String caller = runtime.startProcessInstanceByKey("engine-test-caller", cases.of("WEST"))
                .getId();
        assertThat(runtime.createProcessInstanceQuery()
                        .superProcessInstanceId(caller)
                        .singleResult()
                        .getTenantId())
                .isEqualTo("WEST");
    }

    @Test
    void findsTheRightTenantOfEachInstanceThatOneCommandStarts() {
        deploy("engine-test-waiting.bpmn", Bpmn.convertToString(TestProcess.waiting("engine-test-waiting")));
        String east = cases.of("EAST");
        String west = cases.of("WEST");
        List<String> started = engine.getCommandExecutorTxRequired().execute(context -> Stream.of("no-case", east, west)
                .map(number -> runtime.startProcessInstanceByKey("engine-test-waiting", number)
                        .getId())
                .toList());
        assertThat(started)
                .map(id -> runtime.createProcessInstanceQuery()
                        .processInstanceId(id)
                        .singleResult()
                        .getTenantId())
                .containsExactly(null, "EAST", "WEST");
    }

    private void deploy(String name, String xml) {
        deployments.add(
                0, repository.createDeployment().addString(name, xml).deploy().getId());
    }

    private String start(String caseNumber) {
        return runtime.startProcessInstanceByKey(TestProcess.KEY, caseNumber).getId();
    }

    private String taskOf(String instance) {
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    private List<String> ids(HttpResponse<String> answer, String field) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body()).findValuesAsText(field);
    }

    private Browser program(String user) {
        return Browser.withPassword(port, user, user);
    }
}
