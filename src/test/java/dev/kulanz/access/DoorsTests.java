package dev.kulanz.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The doors of the house, knocked at from outside. */
@KulanzTest
class DoorsTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Users users;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping mappings;

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/cases", "/api/v1/nothing", "/engine-rest/task", "/actuator/prometheus"})
    void askProgramsForAPassword(String path) throws Exception {
        HttpResponse<String> answer = anonymous().get(path);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
        assertThat(problem(answer).get("errors")).isEmpty();
    }

    @Test
    void askForItAlsoBeforeAChange() {
        assertThat(anonymous().post("/api/v1/payments", "{}").statusCode()).isEqualTo(401);
    }

    @Test
    void sayThatAnAddressDoesNotExistOnlyToWhoIsIn() throws Exception {
        HttpResponse<String> answer = program("clerk").get("/api/v1/nothing");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(problem(answer).get("status").asInt()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "clerk, POST, /api/v1/payments, 400",
        "owner, POST, /api/v1/payments, 400",
        "admin, POST, /api/v1/payments, 400",
        "compliance, POST, /api/v1/payments, 403",
        "compliance, GET, /api/v1/cases, 200",
        "clerk, GET, /api/v1/cases, 200",
        "clerk, PUT, /api/v1/creditors/ACME, 403",
        "owner, PUT, /api/v1/creditors/ACME, 400",
        "admin, PUT, /api/v1/creditors/ACME, 400",
        "clerk, GET, /actuator/prometheus, 403",
        "admin, GET, /actuator/prometheus, 200",
        "admin, GET, /actuator/env, 404",
        "clerk, GET, /actuator/info, 200",
        "compliance, GET, /api/v1/alarms, 403",
        "owner, POST, /api/v1/alarms/test, 403",
        "admin, GET, /api/v1/alarms, 200",
        "admin, GET, /api/v1/alarms/ways, 200",
        "compliance, GET, /v3/api-docs, 200"
    })
    void letEachRoleDoWhatItMay(String user, String method, String path, int status) {
        Browser program = program(user);
        HttpResponse<String> answer =
                switch (method) {
                    case "POST" -> program.post(path, "{unreadable");
                    case "PUT" -> program.put(path, "{unreadable");
                    default -> program.get(path);
                };
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void tellEverybodyThatTheHouseStands(String path) {
        HttpResponse<String> answer = anonymous().get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("UP").doesNotContain("components");
    }

    @Test
    void tellOnlyOperatorsWhyTheHouseStands() {
        assertThat(program("admin").get("/actuator/health").body())
                .contains("\"database\":{\"status\":\"UP\"", "\"sending\"");
        assertThat(program("clerk").get("/actuator/health").body()).doesNotContain("database");
        assertThat(anonymous().get("/actuator/info").statusCode()).isEqualTo(401);
        assertThat(program("clerk").get("/actuator/info").body()).contains("\"postgresql\":\"17.");
    }

    /** Without its setting there is no such account, whatever password somebody tries. */
    @Test
    void letNobodyScrapeWithoutASecret() {
        assertThat(Browser.withPassword(port, "scrape", "")
                        .get("/actuator/prometheus")
                        .statusCode())
                .isEqualTo(401);
        assertThat(Browser.withPassword(port, "scrape", "scrape")
                        .get("/actuator/prometheus")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void tellWhichValueOfAJsonBodyDoesNotFit() throws Exception {
        JsonNode problem = problem(program("clerk").post("/api/v1/payments", "{\"amount\":\n \"much\"}"));
        assertThat(problem.get("errors").get(0).get("field").asText()).isEqualTo("amount");
        assertThat(problem.get("detail").asText()).contains("“much” does not fit");
    }

    @ParameterizedTest
    @CsvSource({"DELETE, application/json, 405", "POST, text/plain, 415"})
    void tellInTheSameWayWhatSpringRefuses(String method, String type, int status) throws Exception {
        HttpResponse<String> answer = method.equals("DELETE")
                ? program("clerk").delete("/api/v1/payments")
                : program("clerk").form("/api/v1/payments", type);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(problem(answer).get("errors")).isEmpty();
    }

    @Test
    void openTheDeskByTheLoginPageAndGoWhereOneWanted() {
        Browser browser = anonymous();
        assertThat(Browser.location(browser.page("/cases?search=Muster"))).endsWith("/login");
        assertThat(Browser.location(browser.logIn("clerk", "clerk"))).endsWith("/cases?search=Muster");
    }

    @Test
    void giveASessionAtLoginOnlyAndANewOneAtEach() {
        Browser browser = anonymous();
        browser.page("/login");
        String visitor = browser.csrf();
        assertThat(browser.cookie("JSESSIONID")).isEmpty();
        browser.logIn("clerk", "clerk");
        String first = browser.cookie("JSESSIONID");
        assertThat(first).isNotEmpty();
        assertThat(browser.csrf()).isNotEqualTo(visitor);
        browser.logIn("clerk", "clerk");
        assertThat(browser.cookie("JSESSIONID")).isNotEmpty().isNotEqualTo(first);
    }

    @Test
    void sendScriptsOfPagesToTheLoginByAHeader() {
        HttpResponse<String> answer = anonymous().get("/cases", "HX-Request", "true");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).contains("/login");
    }

    @Test
    void wantATokenForAChangeWithASession() {
        Browser browser = Browser.loggedIn(port, "clerk");
        assertThat(browser.get("/api/v1/cases").statusCode()).isEqualTo(200);
        assertThat(browser.post("/api/v1/payments", "{unreadable").statusCode()).isEqualTo(403);
        assertThat(browser.post("/api/v1/payments", "{unreadable", "X-CSRF-TOKEN", browser.csrf())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void wantItForEachChangeThatThereIs() {
        Browser browser = Browser.loggedIn(port, "admin");
        Set<String> changes = new TreeSet<>();
        mappings.getHandlerMethods().keySet().forEach(info -> info.getMethodsCondition().getMethods().stream()
                .filter(method -> !ForeignPages.HARMLESS.contains(method.name()))
                .forEach(method -> info.getPatternValues()
                        .forEach(path -> changes.add(method + " " + path.replaceAll("\\{[^}]*}", "x")))));
        changes.removeIf(change -> change.contains(" /pay/")); // whose secret is in the address
        assertThat(changes).hasSizeGreaterThan(30).allSatisfy(change -> {
            String path = change.split(" ", -1)[1];
            int status =
                    switch (change.split(" ", -1)[0]) {
                        case "POST" -> browser.form(path, "x=1").statusCode();
                        case "PUT" -> browser.put(path, "{}").statusCode();
                        default -> browser.delete(path).statusCode();
                    };
            assertThat(status).isEqualTo(403);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/payments", "/engine-rest/task"})
    void wantItFromABrowserThatSendsItsPasswordForAForeignPage(String path) {
        assertThat(program("clerk")
                        .post(path, "{unreadable", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(program("clerk")
                        .post(path, "{unreadable", "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void closeASessionWhoseUserIsDisabled() {
        String name = newUser();
        Browser browser = Browser.loggedIn(port, name);
        assertThat(browser.get("/api/v1/cases").statusCode()).isEqualTo(200);
        users.disable(name);
        assertThat(browser.get("/api/v1/cases").statusCode()).isEqualTo(401);
        assertThat(Browser.location(browser.page("/"))).endsWith("/login");
        assertThat(Browser.withPassword(port, name, name).get("/api/v1/cases").statusCode())
                .isEqualTo(401);
    }

    @Test
    void closeASessionThatWasOpenedWithAnOldPassword() {
        String name = newUser();
        Browser browser = Browser.loggedIn(port, name);
        users.resetPassword(name, "another");
        assertThat(browser.get("/api/v1/cases").statusCode()).isEqualTo(401);
    }

    @Test
    void knowANewRoleInAnOpenSession() {
        String name = newUser();
        Browser browser = Browser.loggedIn(port, name);
        String token = browser.csrf();
        users.changeRole(name, Role.COMPLIANCE);
        assertThat(browser.post("/api/v1/payments", "{unreadable", "X-CSRF-TOKEN", token)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void slowDownWhoGuessesButNotWhoHasJustProvedHimself() {
        String name = newUser();
        Browser right = Browser.withPassword(port, name, name);
        assertThat(right.get("/api/v1/cases").statusCode()).isEqualTo(200);
        Browser wrong = Browser.withPassword(port, name, "wrong");
        for (int i = 0; i < Failures.FREE; i++) {
            assertThat(wrong.get("/api/v1/cases").statusCode()).isEqualTo(401);
        }
        HttpResponse<String> closed = wrong.get("/api/v1/cases");
        assertThat(closed.statusCode()).isEqualTo(429);
        assertThat(closed.headers().firstValue("Retry-After").orElse("")).matches("[1-9]\\d*");
        assertThat(right.get("/api/v1/cases").statusCode()).isEqualTo(200);

        Browser person = anonymous();
        assertThat(Browser.location(person.logIn(name, "wrong"))).contains("/login?wait=");
        assertThat(person.page("/login?wait").statusCode()).isEqualTo(429);
    }

    @Test
    void tellBrowsersToRunNoForeignCode() {
        HttpResponse<String> login = anonymous().page("/login");
        assertThat(login.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self'", "frame-ancestors 'self'");
        assertThat(login.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void letDebtorsInWithoutALoginAndKeepTheirAddressSecret() {
        HttpResponse<String> page = anonymous().page("/pay/unknown-token");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void showPeopleAPageWhenSomethingIsNotThere() {
        HttpResponse<String> page = Browser.loggedIn(port, "clerk").page("/no-such-page");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is nothing here").doesNotContain("Exception");
    }

    @Test
    void speakGermanToWhoSpeaksGerman() {
        assertThat(anonymous()
                        .get("/login", "Accept-Language", "de-DE,de;q=0.9")
                        .body())
                .contains("lang=\"de\"", "Benutzername");
        assertThat(anonymous().get("/login", "Accept-Language", "tr").body()).contains("User name");
    }

    private String newUser() {
        String name = "user-" + UUID.randomUUID();
        users.create(new NewUser(name, "", name, Role.CASE_WORKER, CreditorScope.ALL));
        return name;
    }

    private JsonNode problem(HttpResponse<String> answer) throws Exception {
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        return json.readTree(answer.body());
    }

    private Browser anonymous() {
        return Browser.anonymous(port);
    }

    private Browser program(String user) {
        return Browser.withPassword(port, user, user);
    }
}
