package dev.kulanz.journey.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tasklist and Cockpit, entered by the desk's login. */
@KulanzTest
@ExtendWith(OutputCaptureExtension.class)
class EnginePagesTests {

    @LocalServerPort
    private int port;

    @Test
    void asksForOurLoginAndComesBack() {
        Browser browser = Browser.anonymous(port);
        assertThat(Browser.location(browser.page("/camunda/app/tasklist/default/")))
                .endsWith("/login");
        assertThat(Browser.location(browser.logIn("clerk", "clerk"))).endsWith("/camunda/app/tasklist/default/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "clerk; welcome,tasklist",
                "owner; welcome,cockpit,tasklist",
                "compliance; welcome,cockpit",
                "admin; welcome,admin,cockpit,tasklist"
            })
    void letsEachRoleIntoItsApplications(String user, String applications) {
        String body = Browser.loggedIn(port, user)
                .get("/camunda/api/admin/auth/user/default")
                .body();
        assertThat(body).contains("\"userId\":\"" + user + "\"");
        for (String application : applications.split(",", -1)) {
            assertThat(body).contains("\"" + application + "\"");
        }
        if (!applications.contains("cockpit")) {
            assertThat(body).doesNotContain("\"cockpit\"");
        }
        if (!applications.contains("tasklist")) {
            assertThat(body).doesNotContain("\"tasklist\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xyz/default/",
                "xyz",
                "tasklist/xyz",
                "tasklist/xyz/",
                "cockpit/xyz",
                "admin/nope/",
                "welcome/xyz/index.html",
                "tasklist/default/nothing.html",
                "tasklist/nothing.js"
            })
    void areNotThereUnderNamesThatNobodyKnows(String page, CapturedOutput log) {
        assertThat(Browser.loggedIn(port, "admin").page("/camunda/app/" + page).statusCode())
                .isEqualTo(404);
        assertThat(log.getAll()).doesNotContain("Unexpected failure", "Servlet.service()", "\tat ", "    at ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin/default/", "cockpit/default/", "tasklist/default/", "welcome/default/"})
    void areThereUnderTheirOwn(String page) {
        assertThat(Browser.loggedIn(port, "admin").page("/camunda/app/" + page).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong"})
    void endNoSessionOverAMissingToken(String token) {
        Browser browser = Browser.loggedIn(port, "clerk");
        browser.page("/camunda/app/tasklist/default/");
        String path = "/camunda/api/engine/engine/default/task";
        assertThat((token.isEmpty() ? browser.post(path, "{}") : browser.post(path, "{}", "X-XSRF-TOKEN", token))
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.page("/").statusCode()).isEqualTo(200);
        assertThat(browser.post(path, "{}", "X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void followsWhenSomebodyElseLogsInInTheSameBrowser() {
        Browser browser = Browser.loggedIn(port, "clerk");
        assertThat(browser.get("/camunda/api/admin/auth/user/default").body()).contains("\"clerk\"");
        browser.logIn("owner", "owner");
        assertThat(browser.get("/camunda/api/admin/auth/user/default").body()).contains("\"owner\"");
    }

    @Test
    void logsOutEverywhereWhenLoggedOutInTasklist() {
        Browser browser = Browser.loggedIn(port, "clerk");
        browser.page("/camunda/app/tasklist/default/");
        assertThat(browser.post(
                                "/camunda/api/admin/auth/user/default/logout",
                                "",
                                "X-XSRF-TOKEN",
                                browser.cookie("XSRF-TOKEN"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(browser.get("/camunda/api/admin/auth/user/default").statusCode())
                .isEqualTo(401);
        assertThat(Browser.location(browser.page("/"))).endsWith("/login");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/auth/user/default/logout",
                "/camunda/api/admin/auth/user/default/logout/",
                "/camunda/api/admin/auth/user/DEFAULT/logout",
                "/camunda/api/admin/auth/user/other/logout",
                "/camunda/api/admin/auth/user//logout",
                "/camunda/api/admin/auth/user/default/logout?_csrf=x",
                "/camunda/api/cockpit/auth/user/default/logout",
                "/camunda/logout",
                "/logout"
            })
    void logsNobodyOutForAForeignPage(String address) {
        Browser browser = Browser.loggedIn(port, "clerk");
        for (boolean hasOpenedTasklist : new boolean[] {false, true}) {
            if (hasOpenedTasklist) {
                browser.page("/camunda/app/tasklist/default/");
            }
            for (String token : List.of("", "wrong")) {
                for (String type : List.of("application/json", "application/x-www-form-urlencoded", "text/plain")) {
                    assertThat(browser.send(
                                            address,
                                            type,
                                            "",
                                            "Origin",
                                            "http://evil.example",
                                            "Sec-Fetch-Site",
                                            "cross-site",
                                            "X-XSRF-TOKEN",
                                            token)
                                    .statusCode())
                            .isBetween(400, 404);
                    assertThat(browser.page("/").statusCode()).isEqualTo(200);
                }
            }
            assertThat(browser.get(address).statusCode()).isBetween(200, 405);
            assertThat(browser.page("/").statusCode()).isEqualTo(200);
        }
    }

    /** Each of them goes a way of its own through the filters. */
    @Test
    void changesNothingWithoutItsToken() {
        Browser browser = Browser.loggedIn(port, "admin");
        browser.page("/camunda/app/tasklist/default/");
        assertThat(OpenCommands.all())
                .filteredOn(command -> command.methods().contains("POST"))
                .extracting(command -> String.join("/", command.template()).replaceAll("\\{\\w+}", "x"))
                .allSatisfy(command -> {
                    String address = command.startsWith("camunda/")
                            ? "/" + command
                            : "/camunda/api/engine/engine/default/" + command;
                    assertThat(browser.post(address, "{}").statusCode())
                            .as(address)
                            .isIn(403, 404);
                });
        assertThat(browser.page("/").statusCode()).isEqualTo(200);
    }

    @Test
    void hasNoLoginOfItsOwn() {
        Browser browser = Browser.loggedIn(port, "clerk");
        browser.page("/camunda/app/tasklist/default/");
        assertThat(browser.form("/camunda/api/admin/auth/user/default/login/tasklist", "username=admin&password=admin")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/camunda/app/tasklist/scripts/config.js").body())
                .contains("one-login");
        assertThat(browser.get("/js/one-login.js").statusCode()).isEqualTo(200);
    }

    @Test
    void showsAdminsAllStaffByTheirNamesAndOthersThemselves() {
        String owner = "/camunda/api/engine/engine/default/user/owner/profile";
        assertThat(Browser.loggedIn(port, "admin").get(owner).body()).contains("Olivia Owner");
        assertThat(Browser.loggedIn(port, "owner").get(owner).body()).contains("Olivia Owner");
        assertThat(Browser.loggedIn(port, "clerk").get(owner).statusCode()).isEqualTo(404);
    }
}
