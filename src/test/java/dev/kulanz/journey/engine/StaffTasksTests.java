package dev.kulanz.journey.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.access.NewUser;
import dev.kulanz.access.Role;
import dev.kulanz.access.Users;
import dev.kulanz.support.KulanzTest;
import java.net.http.HttpResponse;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people do with tasks, at both doors. */
@KulanzTest
class StaffTasksTests {

    private static final String TALKED = "\"decision\":{\"value\":\"TALKED\"}";

    @LocalServerPort
    private int port;

    @Autowired
    private TaskService tasks;

    @Autowired
    private HistoryService history;

    @Autowired
    private Users users;

    @Autowired
    private IdentityService identity;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @RegisterExtension
    private final OpenCase opened = new OpenCase();

    @BeforeEach
    void makeAColleague() {
        if (users.find("colleague").isEmpty()) {
            users.create(new NewUser("colleague", "", "colleague", Role.CASE_WORKER, CreditorScope.ALL));
        }
    }

    private HttpResponse<String> does(EngineDoor door, String what, String body) {
        return door.post("task/" + opened.task() + "/" + what, body);
    }

    private String assignee() {
        return tasks.createTaskQuery().taskId(opened.task()).singleResult().getAssignee();
    }

    @Test
    void claimATaskForThemselvesAndGiveItBack() {
        for (EngineDoor door : EngineDoor.both(port, "clerk")) {
            assertThat(does(door, "claim", "{\"userId\":\"clerk\"}").statusCode())
                    .isEqualTo(204);
            assertThat(does(door, "claim", "{\"userId\":\"clerk\"}").statusCode())
                    .isEqualTo(204);
            assertThat(assignee()).isEqualTo("clerk");
            HttpResponse<String> back = does(door, "unclaim", "");
            assertThat(back.statusCode()).as("%s: %s", door, back.body()).isEqualTo(204);
            assertThat(assignee()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"userId\":\"colleague\"}",
                "{\"userId\":\"CLERK\"}",
                "{\"userId\":null}",
                "{}",
                "{\"userId\":\"\"}"
            })
    void claimItForNobodyElse(String body) {
        for (EngineDoor door : EngineDoor.both(port, "clerk")) {
            assertThat(does(door, "claim", body).statusCode()).isIn(400, 403);
        }
        assertThat(assignee()).isNull();
    }

    @Test
    void takeNothingFromAColleague() {
        tasks.claim(opened.task(), "colleague");
        for (EngineDoor door : EngineDoor.both(port, "clerk")) {
            assertThat(does(door, "claim", "{\"userId\":\"clerk\"}").statusCode())
                    .isEqualTo(409);
            assertThat(does(door, "claim", "{\"userId\":null}").statusCode()).isIn(400, 403);
            assertThat(does(door, "unclaim", "").statusCode()).isEqualTo(403);
            assertThat(does(door, "complete", "{\"variables\":{" + TALKED + "}}")
                            .statusCode())
                    .isEqualTo(409);
            assertThat(does(door, "submit-form", "{\"variables\":{" + TALKED + "}}")
                            .statusCode())
                    .isEqualTo(409);
        }
        assertThat(assignee()).isEqualTo("colleague");
    }

    /** Who claims just when it has been looked up whose the task is. */
    @Test
    void takeNothingFromAColleagueWhoIsFaster() {
        EngineUser clerk = users.find("clerk").map(EngineUser::new).orElseThrow();
        StaffCommands real = (StaffCommands) engine.getCommandInterceptorsTxRequired().stream()
                .filter(StaffCommands.class::isInstance)
                .findFirst()
                .orElseThrow();
        StaffCommands commands = new StaffCommands(engine);
        commands.setNext(new CommandInterceptor() {
            @Override
            public <T> T execute(Command<T> command) {
                identity.clearAuthentication();
                tasks.claim(opened.task(), "colleague");
                identity.setAuthentication(clerk.id(), clerk.groups(), clerk.tenants());
                return real.getNext().execute(command);
            }
        });
        identity.setAuthentication(clerk.id(), clerk.groups(), clerk.tenants());
        try {
            assertThatThrownBy(() -> commands.execute(new AssignTaskCmd(opened.task(), null)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("A colleague has claimed this task");
        } finally {
            identity.clearAuthentication();
        }
        assertThat(assignee()).isEqualTo("colleague");
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner", "admin"})
    void areReleasedFromATaskByWhoLeadsThem(String user) {
        tasks.claim(opened.task(), "colleague");
        assertThat(does(EngineDoor.pages(port, user), "unclaim", "").statusCode())
                .isEqualTo(204);
        assertThat(assignee()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'payDays':{'value':0}; payDays",
                "'step':{'value':'final-notice'}; step",
                "'caseFacts':{'value':'x'}; caseFacts",
                "'outcome':{'value':'SECOND'}; outcome",
                "'Comment':{'value':'x'}; Comment",
                "'email':{'value':'a@example.com'}; email",
                "'comment':{'value':5}; comment",
                "'comment':{'value':true}; comment",
                "'comment':{'value':['x']}; comment",
                "'comment':{'value':{'a':1}}; comment",
                "'comment':{'value':5,'type':'Integer'}; comment",
                "'comment':{'value':'{}','type':'Json'}; ''",
                "'comment':{'value':'<x/>','type':'Xml'}; ''",
                "'comment':{'value':'eA==','type':'Bytes'}; comment",
                "'comment':{'value':'eA==','type':'File','valueInfo':{'filename':'x.txt'}}; comment",
                "'comment':{'value':'[]','type':'Object','valueInfo':{'objectTypeName':'java.util.ArrayList','serializationDataFormat':'application/json'}}; comment",
                "'comment':{'value':'rO0ABQ==','type':'Object','valueInfo':{'objectTypeName':'java.lang.Object','serializationDataFormat':'application/x-java-serialized-object'}}; comment",
                "'comment':{'value':'x','type':'Nonsense'}; ''",
                "'comment':{'value':'x','valueInfo':{'transient':true}}; comment",
                "'comment':{'value':'x'},'comment':{'value':'y'}; twice",
                "'comment':{'value':'a\\u0000b'}; comment",
                "'comment':{'value':'a\\ud800b'}; comment"
            })
    void completeItWithTheFieldsOfItsFormOnly(String more, String named) {
        for (EngineDoor door : EngineDoor.both(port, "clerk")) {
            for (String way : List.of("complete", "submit-form")) {
                HttpResponse<String> answer =
                        does(door, way, "{\"variables\":{" + TALKED + "," + more.replace('\'', '"') + "}}");
                assertThat(answer.statusCode())
                        .as("%s %s: %s", door, way, answer.body())
                        .isEqualTo(400);
                assertThat(answer.body()).contains(named).doesNotContain("org.camunda", "java.lang");
            }
        }
        assertThat(assignee()).isNull();
    }

    @Test
    void writeNoNovels() {
        String novel = "\"comment\":{\"value\":\"" + "x".repeat(100_000) + "\"}";
        for (EngineDoor door : EngineDoor.both(port, "clerk")) {
            HttpResponse<String> answer = does(door, "submit-form", "{\"variables\":{" + TALKED + "," + novel + "}}");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("comment", "2000").hasSizeLessThan(1000);
            HttpResponse<String> name = does(
                    door, "complete", "{\"variables\":{" + TALKED + ",\"" + "x".repeat(100_000) + "\":{\"value\":1}}}");
            assertThat(name.statusCode()).isEqualTo(400);
            assertThat(name.body()).hasSizeLessThan(1000);
        }
    }

    @Test
    void decideWhatTheFormOffers() {
        for (EngineDoor door : EngineDoor.both(port, "clerk")) {
            for (String way : List.of("complete", "submit-form")) {
                assertThat(does(door, way, "{\"variables\":{\"decision\":{\"value\":\"SECOND\"}}}")
                                .statusCode())
                        .isEqualTo(400);
                assertThat(does(door, way, "{}").statusCode()).isEqualTo(400);
                assertThat(does(door, way, "").statusCode()).isBetween(400, 499);
            }
        }
        assertThat(tasks.createTaskQuery().taskId(opened.task()).count()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"complete, true", "complete, false", "submit-form, true", "submit-form, false"})
    void completeIt(String way, boolean byPages) {
        EngineDoor door = byPages ? EngineDoor.pages(port, "clerk") : EngineDoor.rest(port, "clerk");
        does(door, "claim", "{\"userId\":\"clerk\"}");
        HttpResponse<String> answer = does(
                door,
                way,
                "{\"variables\":{" + TALKED
                        + ",\"comment\":{\"value\":\"Zeile 1\\nZeile 2 😀\",\"type\":\"String\"}}}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(opened.instance())
                        .finished()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void commentOnIt() {
        for (EngineDoor door : EngineDoor.both(port, "clerk")) {
            HttpResponse<String> made = does(
                    door,
                    "comment/create",
                    "{\"message\":\"Called.\",\"processInstanceId\":\"" + opened.instance() + "\"}");
            assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
            assertThat(door.get("task/" + opened.task() + "/comment").body()).contains("Called.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'message':''}",
                "{'message':'a\\u0000b'}",
                "{'message':'\\ud800'}",
                "{'message':'x','processInstanceId':'other'}",
                "{'message':{'a':1}}",
                ""
            })
    void commentInPlainWords(String body) {
        for (EngineDoor door : EngineDoor.both(port, "clerk")) {
            HttpResponse<String> answer = does(door, "comment/create", body.replace('\'', '"'));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        }
        assertThat(does(
                                EngineDoor.rest(port, "clerk"),
                                "comment/create",
                                "{\"message\":\"" + "x".repeat(100_000) + "\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(tasks.getTaskComments(opened.task())).isEmpty();
    }

    @Test
    void findThemselvesAndNoColleagues() {
        for (EngineDoor door : EngineDoor.both(port, "clerk")) {
            assertThat(door.get("user/clerk/profile").body()).contains("Clara Clerk");
            assertThat(door.get("user/count").body()).isEqualTo("{\"count\":1}");
            assertThat(door.get("identity/groups?userId=clerk").body())
                    .contains("case-workers")
                    .doesNotContain("colleague");
            for (String command : List.of(
                    "user",
                    "user?memberOfTenant=NORTH",
                    "user?memberOfGroup=camunda-admin",
                    "user/count?memberOfGroup=process-owners",
                    "user/count?id=owner",
                    "user/owner/profile",
                    "user/Clerk/profile",
                    "group",
                    "group?member=owner",
                    "group/count?member=owner",
                    "identity/groups?userId=owner",
                    "tenant",
                    "tenant?userMember=owner")) {
                assertThat(door.get(command).body())
                        .as("%s: %s", door, command)
                        .doesNotContain(
                                "owner\"", "Olivia", "process-owners", "camunda-admin", "colleague", "count\":1");
            }
        }
    }

    @Test
    void areListedToAdmins() {
        for (EngineDoor door : EngineDoor.both(port, "admin")) {
            assertThat(door.get("user").body()).contains("Olivia", "Clara", "colleague");
            assertThat(door.get("group").body()).contains("process-owners", "case-workers");
        }
    }
}
