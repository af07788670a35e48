package dev.kulanz.journey.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.support.KulanzTest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Commands of the engine that nobody needs here, given by everybody who has a password. */
@KulanzTest
@ExtendWith(OutputCaptureExtension.class)
class ClosedCommandsTests {

    private static final List<String> STAFF = List.of("clerk", "owner", "compliance", "admin");

    @LocalServerPort
    private int port;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService jobs;

    @RegisterExtension
    private final OpenCase opened = new OpenCase();

    private String definition = "";

    @BeforeEach
    void findDefinition() {
        definition = runtime.createProcessInstanceQuery()
                .processInstanceId(opened.instance())
                .singleResult()
                .getProcessDefinitionId();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "POST; task/{task}/bpmnError; {'errorCode':'x'}",
                "POST; task/{task}/bpmnEscalation; {'escalationCode':'x'}",
                "POST; task/{task}/assignee; {'userId':'clerk'}",
                "POST; task/{task}/delegate; {'userId':'clerk'}",
                "POST; task/{task}/resolve; {}",
                "POST; task/{task}/identity-links; {'userId':'clerk','type':'candidate'}",
                "POST; task/{task}/identity-links/delete; {'groupId':'case-workers','type':'candidate'}",
                "POST; task/{task}/variables; {'modifications':{'step':{'value':'final-notice'}}}",
                "PUT; task/{task}/variables/step; {'value':'final-notice'}",
                "DELETE; task/{task}/variables/step; ''",
                "PUT; task/{task}/localVariables/caseFacts; {'value':'nothing to see'}",
                "POST; task/{task}/localVariables; {'modifications':{'debtor':{'value':'x'}}}",
                "DELETE; task/{task}/localVariables/caseFacts; ''",
                "PUT; task/{task}; {'name':'x'}",
                "DELETE; task/{task}; ''",
                "POST; task/create; {'name':'x'}",
                "POST; task/{task}/attachment/create; {}",
                "DELETE; task/{task}/comment; ''",
                "PUT; task/{task}/comment; {'id':'x','message':'y'}",
                "DELETE; process-instance/{instance}; ''",
                "PUT; process-instance/{instance}/suspended; {'suspended':true}",
                "PUT; process-instance/suspended; {'processInstanceIds':['{instance}'],'suspended':true}",
                "POST; process-instance/suspended-async; {'processInstanceIds':['{instance}'],'suspended':true}",
                "POST; process-instance/delete; {'processInstanceIds':['{instance}']}",
                "POST; process-instance/{instance}/modification; {'instructions':[{'type':'cancel','activityId':'Task_LookAtCase'}]}",
                "POST; process-instance/{instance}/modification-async; {'instructions':[{'type':'cancel','activityId':'Task_LookAtCase'}]}",
                "PUT; process-instance/{instance}/variables/payDays; {'value':0}",
                "POST; process-instance/{instance}/variables; {'modifications':{'payDays':{'value':0}}}",
                "POST; process-instance/variables-async; {'processInstanceIds':['{instance}'],'variables':{'payDays':{'value':0}}}",
                "POST; process-instance/message-async; {'processInstanceIds':['{instance}'],'messageName':'CaseSettled'}",
                "POST; execution/{instance}/signal; {}",
                "POST; execution/{instance}/localVariables; {'modifications':{'payDays':{'value':0}}}",
                "POST; execution/{instance}/messageSubscriptions/CaseSettled/trigger; {}",
                "POST; execution/{instance}/create-incident; {'incidentType':'x'}",
                "POST; modification/execute; {'processDefinitionId':'{definition}','processInstanceIds':['{instance}'],'instructions':[{'type':'cancel','activityId':'Task_LookAtCase'}]}",
                "POST; migration/execute; {}",
                "POST; migration/generate; {'sourceProcessDefinitionId':'{definition}','targetProcessDefinitionId':'{definition}'}",
                "POST; message; {'messageName':'CaseSettled','all':true}",
                "POST; signal; {'name':'x'}",
                "POST; condition; {'variables':{}}",
                "POST; external-task/fetchAndLock; {'workerId':'x','maxTasks':1,'topics':[]}",
                "POST; process-definition/{definition}/start; {'businessKey':'x'}",
                "POST; process-definition/key/engine-test/start; {}",
                "POST; process-definition/key/engine-test/submit-form; {'variables':{}}",
                "POST; process-definition/{definition}/restart; {'processInstanceIds':['{instance}']}",
                "PUT; process-definition/{definition}/suspended; {'suspended':true,'includeProcessInstances':true}",
                "PUT; process-definition/suspended; {'processDefinitionKey':'engine-test','suspended':true}",
                "PUT; process-definition/{definition}/history-time-to-live; {'historyTimeToLive':0}",
                "DELETE; process-definition/{definition}?cascade=true; ''",
                "PUT; job/suspended; {'processDefinitionId':'{definition}','suspended':true}",
                "PUT; job-definition/suspended; {'processDefinitionId':'{definition}','suspended':true}",
                "POST; decision-definition/key/promise-limits/evaluate; {'variables':{}}",
                "POST; history/process-instance/delete; {'historicProcessInstanceIds':['{instance}']}",
                "DELETE; history/process-instance/{instance}; ''",
                "DELETE; history/process-instance/{instance}/variable-instances; ''",
                "POST; history/cleanup; ''",
                "PUT; history/user-operation/x/set-annotation; {'annotation':'x'}",
                "POST; identity/verify; {'username':'admin','password':'admin'}",
                "POST; authorization/create; {'type':1,'permissions':['ALL'],'userId':'clerk','resourceType':5,'resourceId':'*'}",
                "POST; user/create; {}",
                "POST; group/create; {}",
                "POST; tenant/create; {}",
                "PUT; user/clerk/credentials; {'password':'x'}",
                "POST; telemetry/configuration; {'enableTelemetry':true}",
                "GET; schema/log; ''",
                "POST; schema/log; {}",
                "GET; optimize/task-instance/running; ''",
                "GET; optimize/variable-update; ''",
                "GET; event-subscription; ''",
                "GET; history/detail; ''",
                "GET; history/identity-link-log; ''",
                "GET; task/{task}/attachment; ''",
                "GET; process-instance/{instance}/comment; ''",
                "PATCH; task/{task}; {}",
                "TRACK; task; ''"
            })
    void areRefusedToEverybodyAtBothDoors(String method, String command, String body) {
        for (String user : STAFF) {
            for (EngineDoor door : EngineDoor.both(port, user)) {
                HttpResponse<String> answer = door.send(method, filled(command), filled(body));
                assertThat(answer.statusCode())
                        .as("%s: %s", door, answer.body())
                        .isIn(400, 403, 404, 405, 501);
            }
        }
        assertNothingHappened();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "task/{task}/BpmnError",
                "task/{task}/bpmnError/",
                "task/{task}/bpmnError?x=claim",
                "task/{task}/bpmnError;x",
                "task/{task};x/bpmnError",
                "task;x/{task}/bpmnError",
                "task//{task}/bpmnError",
                "task/{task}//bpmnError",
                "task/x/../{task}/bpmnError",
                "task/{task}/./bpmnError",
                "task/{task}/%62pmnError",
                "task/{task}/claim/../bpmnError",
                "task/{task}/claim%2f..%2fbpmnError",
                "task/{task}%2fbpmnError",
                "engine/default/task/{task}/bpmnError",
                "engine/DEFAULT/task/{task}/bpmnError",
                "engine/default/engine/default/task/{task}/bpmnError"
            })
    void areRefusedInEverySpelling(String command) {
        for (EngineDoor door : EngineDoor.both(port, "clerk")) {
            HttpResponse<String> answer = door.post(filled(command), "{\"errorCode\":\"x\"}");
            assertThat(answer.statusCode()).as("%s: %s", door, answer.body()).isBetween(400, 499);
        }
        assertNothingHappened();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest;x/task",
                "/engine-rest;/task",
                "/%65ngine-rest/task",
                "/./engine-rest/task",
                "//engine-rest/task",
                "/x/../engine-rest/task",
                "/engine-rest;jsessionid=1/task/{task}/bpmnError",
                "/camunda/api;x/engine/engine/default/task",
                "/camunda/api/engine;x/engine/default/task",
                "/camunda;x/api/engine/engine/default/task",
                "/camunda/%61pi/engine/engine/default/task/{task}/bpmnError",
                "/camunda/app;x/tasklist/default/"
            })
    void areNotReachedByAnAddressThatTheContainerTidiesUp(String address, CapturedOutput log) {
        for (EngineDoor door : EngineDoor.both(port, "clerk")) {
            for (String method : List.of("GET", "POST")) {
                HttpResponse<String> answer = door.send(method, filled(address), method.equals("GET") ? "" : "{}");
                assertThat(answer.statusCode())
                        .as("%s: %s", door, answer.body())
                        .isBetween(300, 499);
            }
        }
        assertNothingHappened();
        assertThat(log.getAll()).doesNotContain("\tat ", "    at ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"})
    void areRefusedAlsoAsSomethingElse(String header) {
        for (EngineDoor door : EngineDoor.both(port, "clerk")) {
            door.send("POST", "task/" + opened.task() + "/comment/create", "{\"message\":\"x\"}", header, "DELETE");
            door.send("GET", "task/" + opened.task(), "", header, "DELETE");
            door.send("POST", "task/" + opened.task() + "?_method=DELETE", "{}", header, "DELETE");
        }
        assertNothingHappened();
    }

    @Test
    void areRefusedToComplianceAltogether() {
        List<String> writing = List.of(
                "task/{task}/claim",
                "task/{task}/unclaim",
                "task/{task}/complete",
                "task/{task}/submit-form",
                "task/{task}/comment/create",
                "deployment/create",
                "filter/create");
        for (EngineDoor door : EngineDoor.both(port, "compliance")) {
            for (String command : writing) {
                assertThat(door.post(filled(command), "{\"userId\":\"compliance\",\"message\":\"x\"}")
                                .statusCode())
                        .as("%s: %s", door, command)
                        .isEqualTo(403);
            }
        }
        assertNothingHappened();
        assertThat(tasks.getTaskComments(opened.task())).isEmpty();
    }

    /** Answers do not show the engine's inside, and the log has no trace for what was only refused. */
    @Test
    void tellTypeAndMessage(CapturedOutput log) {
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (EngineDoor door : EngineDoor.both(port, "clerk")) {
            answers.add(door.post("message", "{}"));
            answers.add(door.post("task", "{\"nothing\": 1}"));
            answers.add(door.post("task", "{unreadable"));
            answers.add(door.post("task", "[]"));
            answers.add(door.post("task", "{\"priority\": \"much\"}"));
            answers.add(door.post("task", "{\"name\": \"\\u0000\"}"));
            answers.add(door.post("task", "{\"name\": \"\\ud800\"}"));
            answers.add(door.get("task?createdBefore=yesterday"));
            answers.add(door.get("task?name=%00"));
            answers.add(door.get("task?sortBy=nothing&sortOrder=asc"));
            answers.add(door.get("task?firstResult=x"));
            answers.add(door.get("task/nothing"));
            answers.add(door.send("POST", "task/" + opened.task() + "/claim", "x=1", "Content-Type", "text/plain"));
        }
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode())
                    .as("%s %s", answer.uri(), answer.body())
                    .isBetween(200, 499);
            if (answer.statusCode() >= 400) {
                assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                        .startsWith("application/json");
                assertThat(answer.body())
                        .contains("\"type\"", "\"message\"")
                        .doesNotContain("org.camunda", "java.", "com.fasterxml", "\\tat ");
            }
        });
        assertThat(log.getAll()).doesNotContain("\tat ", "    at ");
    }

    private void assertNothingHappened() {
        var task = tasks.createTaskQuery().taskId(opened.task()).singleResult();
        assertThat(task).as("the task").isNotNull();
        assertThat(task.getName()).isEqualTo("Look at case");
        assertThat(task.getAssignee()).isNull();
        assertThat(runtime.getVariables(opened.instance())).containsExactly(java.util.Map.entry("step", "first"));
        assertThat(tasks.getVariablesLocal(opened.task()).get("debtor")).isEqualTo("Erika Mustermann");
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionId(definition)
                        .active()
                        .count())
                .isEqualTo(1);
        assertThat(jobs.createBatchQuery().count()).isZero();
    }

    private String filled(String text) {
        return text.replace('\'', '"')
                .replace("{task}", opened.task())
                .replace("{instance}", opened.instance())
                .replace("{definition}", definition);
    }
}
