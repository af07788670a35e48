package dev.kulanz.journey.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.access.NewUser;
import dev.kulanz.access.Role;
import dev.kulanz.access.Users;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.TestCases;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Two creditors, each with a task, comments, attachments, variables, a job, an incident and a history; and somebody who may
 * see one of them. He asks all that is open, with all ids that there are of the other.
 */
@KulanzTest
@ExtendWith(OutputCaptureExtension.class)
class ForeignThingsTests {

    private static final String FAILING = "engine-test-failing";
    private static final String OLD_ADMIN = "old-admin";
    private static final String SECRET = "only-for-the-other-creditor";

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
    private ManagementService jobs;

    @Autowired
    private HistoryService history;

    private final List<String> deployments = new ArrayList<>();
    private final Set<String> foreign = new LinkedHashSet<>();
    private String theirs = "";
    private String theirTask = "";
    private String ourTask = "";

    @BeforeEach
    void haveTwoCreditors() {
        deploy(TestProcess.KEY + ".bpmn", Bpmn.convertToString(TestProcess.model()));
        deploy(
                FAILING + ".bpmn",
                Bpmn.convertToString(Bpmn.createExecutableProcess(FAILING)
                        .name("Failing")
                        .camundaHistoryTimeToLiveString("P1D")
                        .startEvent("Event_Start")
                        .camundaAsyncAfter()
                        .serviceTask("Task_Fail")
                        .camundaExpression("${nothing}")
                        .endEvent("Event_End")
                        .done()));
        ourTask = taskOf(start(TestProcess.KEY, cases.of("NORTH")));
        String number = cases.of("SOUTH");
        theirs = start(TestProcess.KEY, number);
        theirTask = taskOf(theirs);
        tasks.createComment(theirTask, theirs, SECRET);
        tasks.createAttachment("note", theirTask, theirs, SECRET, SECRET, "https://example.com/" + SECRET);
        runtime.setVariable(theirs, "channel", SECRET);
        String failing = start(FAILING, number);
        runtime.setVariable(failing, "channel", SECRET);
        jobs.createJobQuery().processInstanceId(failing).list().forEach(job -> jobs.setJobRetries(job.getId(), 0));
        foreign.addAll(List.of(theirs, theirTask, failing, number, SECRET));
        jobs.createJobQuery().processInstanceId(failing).list().forEach(job -> foreign.add(job.getId()));
        runtime.createIncidentQuery()
                .processInstanceId(failing)
                .list()
                .forEach(incident -> foreign.add(incident.getId()));
        for (String instance : List.of(theirs, failing)) {
            runtime.createVariableInstanceQuery()
                    .processInstanceIdIn(instance)
                    .list()
                    .forEach(it -> foreign.add(it.getId()));
            history.createHistoricVariableInstanceQuery()
                    .processInstanceId(instance)
                    .list()
                    .forEach(it -> foreign.add(it.getId()));
            history.createHistoricActivityInstanceQuery()
                    .processInstanceId(instance)
                    .list()
                    .forEach(it -> foreign.add(it.getId()));
            history.createHistoricJobLogQuery()
                    .processInstanceId(instance)
                    .list()
                    .forEach(it -> foreign.add(it.getId()));
            history.createHistoricIncidentQuery()
                    .processInstanceId(instance)
                    .list()
                    .forEach(it -> foreign.add(it.getId()));
        }
        tasks.getTaskComments(theirTask).forEach(comment -> foreign.add(comment.getId()));
        tasks.getTaskAttachments(theirTask).forEach(attachment -> foreign.add(attachment.getId()));
        for (Role role : List.of(Role.CASE_WORKER, Role.PROCESS_OWNER, Role.COMPLIANCE)) {
            if (users.find(limited(role)).isEmpty()) {
                users.create(
                        new NewUser(limited(role), "", limited(role), role, new CreditorScope(false, Set.of("NORTH"))));
            }
        }
    }

    @AfterEach
    void removeThem() {
        deployments.forEach(id -> repository.deleteDeployment(id, true));
        jdbc.sql("update app_user set role = 'CASE_WORKER' where username = :name")
                .param("name", OLD_ADMIN)
                .update();
    }

    /** To a process owner all is open that is open to anybody who may see some creditors only. */
    @Test
    void areNeitherListedNorFoundByTheirIds(CapturedOutput log) {
        Role role = Role.PROCESS_OWNER;
        assertThat(OpenCommands.all())
                .filteredOn(command -> command.roles().contains(Role.CASE_WORKER)
                        || command.roles().contains(Role.COMPLIANCE))
                .allMatch(command -> command.roles().contains(role));
        assertThat(foreign).hasSizeGreaterThan(15);
        EngineDoor rest = EngineDoor.rest(port, limited(role));
        EngineDoor pages = EngineDoor.pages(port, limited(role));
        for (OpenCommand command : OpenCommands.all()) {
            if (!command.roles().contains(role)) {
                continue;
            }
            // what both doors have is the same behind them, so that one is enough
            EngineDoor door = command.template().get(0).equals("camunda") ? pages : rest;
            for (String address : addresses(command)) {
                if (command.methods().contains("GET")) {
                    assertTellsNothing(door, "GET", address, "");
                }
                if (command.methods().containsAll(Set.of("GET", "POST"))) {
                    assertTellsNothing(door, "POST", address, "{}");
                }
            }
        }
        assertThat(log.getAll().lines().filter(line -> line.startsWith("\tat ") || line.startsWith("    at ")))
                .isEmpty();
    }

    private void assertTellsNothing(EngineDoor door, String method, String address, String body) {
        HttpResponse<String> answer = door.send(method, address, body);
        assertThat(answer.statusCode())
                .as("%s %s %s: %s", door, method, address, answer.body())
                .isBetween(200, 499);
        assertThat(foreign.stream().filter(answer.body()::contains))
                .as("%s %s %s: %s", door, method, address, answer.body())
                .isEmpty();
    }

    /** As it stands, and with each id of the other creditor in each of its places. */
    private List<String> addresses(OpenCommand command) {
        String path = String.join("/", command.template());
        String address = path.startsWith("camunda/") ? "/" + path : path;
        if (!path.contains("{")) {
            return List.of(
                    address,
                    address + "?processInstanceId=" + theirs,
                    address + "?taskId=" + theirTask,
                    address + "?processInstanceIdIn=" + theirs,
                    address + "?tenantIdIn=SOUTH",
                    address + "?firstResult=0&maxResults=1000&withoutTenantId=false");
        }
        return foreign.stream()
                .filter(id -> !id.equals(SECRET))
                .map(id -> address.replaceAll("\\{\\w+}", id.replace("$", "\\$")))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET task/{theirs}/attachment",
                "GET task/{theirs}/attachment/{attachment}",
                "GET task/{theirs}/attachment/{attachment}/data",
                "GET task/{ours}/attachment/{attachment}/data",
                "DELETE task/{theirs}/attachment/{attachment}",
                "DELETE task/{ours}/attachment/{attachment}",
                "GET task/{theirs}/comment",
                "GET task/{theirs}/comment/{comment}",
                "GET task/{ours}/comment/{comment}",
                "DELETE task/{theirs}/comment/{comment}",
                "DELETE task/{ours}/comment/{comment}",
                "DELETE task/{theirs}/comment",
                "PUT task/{theirs}/comment",
                "POST task/{theirs}/comment/create",
                "GET process-instance/{instance}/comment",
                "DELETE process-instance/{instance}/comment",
                "DELETE process-instance/{instance}/comment/{comment}",
                "GET task/{theirs}?withCommentAttachmentInfo=true",
                "GET task/{theirs}/form",
                "GET task/{theirs}/deployed-form",
                "GET task/{theirs}/rendered-form",
                "GET task/{theirs}/form-variables",
                "GET task/{theirs}/variables/debtor",
                "GET task/{theirs}/localVariables/debtor/data",
                "POST task/{theirs}/claim",
                "POST task/{theirs}/unclaim",
                "POST task/{theirs}/complete",
                "POST task/{theirs}/submit-form"
            })
    void areNotTouchedByTheirIds(String call) {
        String comment = tasks.getTaskComments(theirTask).get(0).getId();
        String attachment = tasks.getTaskAttachments(theirTask).get(0).getId();
        String[] parts = call.split(" ", 2);
        for (Role role : List.of(Role.CASE_WORKER, Role.PROCESS_OWNER, Role.COMPLIANCE)) {
            for (EngineDoor door : EngineDoor.both(port, limited(role))) {
                String path = parts[1].replace("{theirs}", theirTask)
                        .replace("{ours}", ourTask)
                        .replace("{instance}", theirs)
                        .replace("{comment}", comment)
                        .replace("{attachment}", attachment);
                HttpResponse<String> answer = door.send(
                        parts[0],
                        path,
                        parts[0].equals("GET") || parts[0].equals("DELETE")
                                ? ""
                                : "{\"userId\":\"" + limited(role) + "\",\"message\":\"mine\",\"id\":\"" + comment
                                        + "\"}");
                assertThat(answer.statusCode())
                        .as("%s %s: %s", door, path, answer.body())
                        .isIn(400, 403, 404);
                assertThat(answer.body()).doesNotContain(SECRET, "Erika");
            }
        }
        assertThat(tasks.getTaskComments(theirTask)).extracting("fullMessage").containsExactly(SECRET);
        assertThat(tasks.getTaskAttachments(theirTask)).hasSize(1);
        assertThat(tasks.createTaskQuery().taskId(theirTask).singleResult().getAssignee())
                .isNull();
    }

    /** A comment on one's own task that says it belongs to somebody else's instance. */
    @Test
    void areNotCommentedOnFromOnesOwnTask() {
        for (EngineDoor door : EngineDoor.both(port, limited(Role.CASE_WORKER))) {
            HttpResponse<String> answer = door.post(
                    "task/" + ourTask + "/comment/create",
                    "{\"message\":\"x\",\"processInstanceId\":\"" + theirs + "\"}");
            assertThat(answer.statusCode()).isEqualTo(400);
        }
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(theirs)
                        .count())
                .isEqualTo(1);
        assertThat(tasks.getProcessInstanceComments(theirs)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "history/process-definition/cleanable-process-instance-report",
                "history/process-definition/cleanable-process-instance-report/count",
                "process-definition/cleanable-process-instance-report",
                "history/decision-definition/cleanable-decision-instance-report",
                "history/batch/cleanable-batch-report",
                "history/task/report?reportType=count&groupBy=taskName",
                "history/process-instance/report?reportType=duration&periodUnit=month",
                "task/report/candidate-group-count",
                "metrics",
                "metrics/activity-instance-start/sum",
                "telemetry/data"
            })
    void areNotCounted(String report) {
        for (Role role : List.of(Role.CASE_WORKER, Role.PROCESS_OWNER, Role.COMPLIANCE)) {
            for (EngineDoor door : EngineDoor.both(port, limited(role))) {
                assertThat(door.get(report).statusCode())
                        .as("%s %s", door, report)
                        .isIn(403, 404);
            }
        }
    }

    /** There is one of each creditor, and two incidents of the other. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "task/count?processDefinitionId={definition}",
                "process-instance/count?processDefinitionId={definition}",
                "process-definition/statistics?rootIncidents=true",
                "process-definition/{definition}/statistics",
                "history/process-instance/count?processDefinitionId={definition}",
                "history/task/count?processDefinitionId={definition}",
                "history/activity-instance/count?activityId=Task_LookAtCase&processDefinitionId={definition}",
                "/camunda/api/cockpit/plugin/base/default/process-definition/statistics?firstResult=0&maxResults=100",
                "/camunda/api/cockpit/plugin/base/default/process-instance/count?processDefinitionId={definition}"
            })
    void areNotAddedToOnesOwn(String count) throws Exception {
        String definition = runtime.createProcessInstanceQuery()
                .processInstanceId(theirs)
                .singleResult()
                .getProcessDefinitionId();
        String answer = EngineDoor.pages(port, limited(Role.PROCESS_OWNER))
                .get(count.replace("{definition}", definition))
                .body();
        var told = new com.fasterxml.jackson.databind.ObjectMapper().readTree(answer);
        List<String> counts = new ArrayList<>(told.findValuesAsText("count"));
        for (var line : told) {
            if (line.toString().contains("\"" + TestProcess.KEY + "\"")
                    || line.path("id").asText().equals("Task_LookAtCase")) {
                counts.add(line.path("instances")
                        .asText(line.path("runningInstances").asText()));
            }
        }
        assertThat(counts).as(answer).containsOnly("1");
        assertThat(answer).doesNotContain("failedJobs\":1", "incidentCount\":1");
    }

    @Test
    void areNotRuledByWhoSeesSomeCreditorsOnly() {
        String file = TestProcess.KEY + ".bpmn";
        String xml = Bpmn.convertToString(TestProcess.model());
        long before = repository.createDeploymentQuery().count();
        HttpResponse<String> answer = as(limited(Role.PROCESS_OWNER)).deploy(file, xml);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(answer.body()).contains("all creditors");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void tellNobodyWhoDeploysForAll() throws Exception {
        HttpResponse<String> deployed =
                as("owner").deploy(TestProcess.KEY + ".bpmn", Bpmn.convertToString(TestProcess.model()));
        deployments.add(new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(deployed.body())
                .path("id")
                .asText());
        String log = "history/user-operation?entityType=Deployment";
        assertThat(EngineDoor.rest(port, "admin").get(log).body()).contains("\"owner\"");
        for (Role role : List.of(Role.CASE_WORKER, Role.PROCESS_OWNER, Role.COMPLIANCE)) {
            for (EngineDoor door : EngineDoor.both(port, limited(role))) {
                for (String more : List.of("", "&withoutTenantId=true", "&tenantIdIn=NORTH")) {
                    assertThat(door.get(log + more).body())
                            .as("%s %s", door, more)
                            .doesNotContain("owner");
                }
            }
        }
    }

    @Test
    void areTriedAgainOnlyWhereTheyHaveFailedForGood() {
        String failing = start(FAILING, cases.of("NORTH"));
        var job = jobs.createJobQuery().processInstanceId(failing).singleResult();
        EngineDoor door = EngineDoor.rest(port, "owner");
        String path = "job/" + job.getId() + "/retries";
        assertThat(job.getRetries()).isPositive();
        assertThat(door.send("PUT", path, "{\"retries\":1}").statusCode()).isEqualTo(400);
        jobs.setJobRetries(job.getId(), 0);
        HttpResponse<String> answer = door.send("PUT", path, "{\"retries\":1}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    private Browser as(String user) {
        return Browser.withPassword(port, user, user);
    }

    @Test
    void areNoneToAnAdminOfSomeCreditors() {
        String name = OLD_ADMIN;
        if (users.find(name).isEmpty()) {
            users.create(new NewUser(name, "", name, Role.CASE_WORKER, new CreditorScope(false, Set.of("NORTH"))));
        }
        // versions before this one let somebody be an admin of some creditors
        makeAdmin(name);
        for (EngineDoor door : EngineDoor.both(port, name)) {
            assertThat(door.get("task?taskId=" + theirTask).body()).isEqualTo("[]");
            assertThat(door.get("task?taskId=" + ourTask).body()).contains(ourTask);
            assertThat(door.get("task/" + theirTask).statusCode()).isEqualTo(404);
            assertThat(door.get("user").body()).contains(name).doesNotContain("clerk");
            assertThat(door.get("process-instance/" + theirs).statusCode()).isEqualTo(404);
        }
    }

    @Autowired
    private org.springframework.jdbc.core.simple.JdbcClient jdbc;

    private void makeAdmin(String name) {
        jdbc.sql("update app_user set role = 'ADMIN' where username = :name")
                .param("name", name)
                .update();
    }

    private static String limited(Role role) {
        return "north-" + role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private void deploy(String name, String xml) {
        deployments.add(
                0, repository.createDeployment().addString(name, xml).deploy().getId());
    }

    private String start(String process, String caseNumber) {
        return runtime.startProcessInstanceByKey(process, caseNumber, Map.of("step", "first"))
                .getId();
    }

    private String taskOf(String instance) {
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }
}
