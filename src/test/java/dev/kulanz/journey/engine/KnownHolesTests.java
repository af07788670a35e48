package dev.kulanz.journey.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.TestModules.Tripwire;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The published holes of the engine's community edition 7.24.0, tried as an attacker would. */
@KulanzTest
class KnownHolesTests {

    private static final String EVIL = "\"assigneeExpression\":\"${tripwire.touch()}\"";
    private static final String EVIL_OR = "{\"orQueries\":[{" + EVIL + "}]}";

    @LocalServerPort
    private int port;

    @Autowired
    private Tripwire tripwire;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FilterService filters;

    @Autowired
    private IdentityService identity;

    private final String filterName = "test " + UUID.randomUUID();

    private int touchesBefore;

    @BeforeEach
    void rememberTheTouches() {
        touchesBefore = tripwire.touches();
    }

    @AfterEach
    void removeFilters() {
        filters.createFilterQuery()
                .filterName(filterName)
                .list()
                .forEach(filter -> filters.deleteFilter(filter.getId()));
    }

    // CVE-2026-109432: an expression in orQueries of a task query runs code

    @ParameterizedTest
    @ValueSource(strings = {"clerk", "owner", "compliance", "admin"})
    void refusesExpressionsUnderOrForEverybody(String user) {
        for (String path :
                List.of("/engine-rest/task", "/engine-rest/task/count", "/engine-rest/engine/default/task")) {
            assertRefused(program(user).post(path, EVIL_OR));
        }
    }

    @Test
    void refusesThemOnTheWebappsDoorToo() {
        Browser admin = Browser.loggedIn(port, "admin");
        admin.page("/camunda/app/tasklist/default/");
        for (String path : List.of("task", "task/count")) {
            assertRefused(admin.post(
                    "/camunda/api/engine/engine/default/" + path, EVIL_OR, "X-XSRF-TOKEN", admin.cookie("XSRF-TOKEN")));
        }
    }

    @Test
    void refusesThemAtTheTop() {
        assertRefused(program("admin").post("/engine-rest/task", "{" + EVIL + "}"));
    }

    @Test
    void refusesToStoreThemInAFilter() {
        assertRefused(program("admin").post("/engine-rest/filter/create", filter(EVIL_OR)));
        assertRefused(program("admin").post("/engine-rest/filter/create", filter("{" + EVIL + "}")));
    }

    @Test
    void refusesToPutThemIntoAStoredFilter() {
        String id = storedFilter();
        assertRefused(program("admin").put("/engine-rest/filter/" + id, filter(EVIL_OR)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "singleResult", "count"})
    void refusesToNarrowAFilterDownByThem(String how) {
        String path = "/engine-rest/filter/" + storedFilter() + "/" + how;
        assertRefused(program("admin").post(path, EVIL_OR));
        assertRefused(program("clerk").post(path, EVIL_OR));
        assertRefused(program("clerk").post(path, "{" + EVIL + "}"));
    }

    @Test
    void refusesThemInsideTheEngineToo() {
        assertThatThrownBy(() -> tasks.createTaskQuery()
                        .or()
                        .taskAssigneeExpression("${tripwire.touch()}")
                        .endOr()
                        .list())
                .isInstanceOf(BadUserRequestException.class);
        assertThat(tripwire.touches()).isEqualTo(touchesBefore);
    }

    @Test
    void answersPlainOrQueries() {
        HttpResponse<String> answer = program("clerk")
                .post("/engine-rest/task", "{\"orQueries\":[{\"assignee\":\"nobody\",\"name\":\"nothing\"}]}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("[]");
    }

    @Test
    void keepsTheHarmlessExpressionsOfTasklistsFilters() {
        assertThat(program("admin")
                        .post("/engine-rest/filter/create", filter("{\"assigneeExpression\":\"${currentUser()}\"}"))
                        .statusCode())
                .isEqualTo(200);
        Filter stored = filters.createFilterQuery().filterName(filterName).singleResult();
        HttpResponse<String> mine = program("clerk").get("/engine-rest/filter/" + stored.getId() + "/list");
        assertThat(mine.statusCode()).isEqualTo(200);
        assertThat(mine.body()).isEqualTo("[]");
    }

    // CVE-2026-77226: anybody creates an admin while the group camunda-admin is empty

    @ParameterizedTest
    @ValueSource(strings = {"", "clerk", "admin"})
    void letsNobodySetUpAnAdmin(String user) {
        Browser browser = user.isEmpty() ? Browser.anonymous(port) : Browser.loggedIn(port, user);
        browser.page("/camunda/app/admin/default/");
        HttpResponse<String> answer = browser.post(
                "/camunda/api/admin/setup/default/user/create", """
                {"profile":{"id":"mallory","firstName":"M","lastName":"M","email":"m@example.com"},
                 "credentials":{"password":"mallory"}}
                """, "X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"));

        assertThat(answer.statusCode()).isIn(401, 403);
        assertThat(browser.page("/camunda/app/admin/default/setup/").statusCode())
                .isIn(302, 403);
        assertThat(identity.createUserQuery().userId("mallory").count()).isZero();
    }

    @Test
    void couldNotMakeAnAdminEvenIfThatDoorStoodOpen() {
        assertThat(identity.isReadOnly()).isTrue();
        assertThatThrownBy(() -> identity.newUser("mallory")).isInstanceOf(UnsupportedOperationException.class);
    }

    private void assertRefused(HttpResponse<String> answer) {
        assertThat(tripwire.touches()).as("evaluations").isEqualTo(touchesBefore);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    }

    private String storedFilter() {
        return filters.saveFilter(filters.newTaskFilter(filterName).setQuery(tasks.createTaskQuery()))
                .getId();
    }

    private String filter(String query) {
        return "{\"resourceType\":\"Task\",\"name\":\"" + filterName + "\",\"query\":" + query + "}";
    }

    private Browser program(String user) {
        return Browser.withPassword(port, user, user);
    }
}
