package dev.kulanz.journey.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
import dev.kulanz.support.KulanzTest;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The engine's pages in a real browser: what they ask to show something is open. */
@KulanzTest
class EnginePagesBrowserTests {

    private static final BrowserType.LaunchOptions CHROMIUM = new BrowserType.LaunchOptions()
            .setExecutablePath(Path.of(System.getProperty("chromium", "/usr/bin/chromium")))
            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"));

    private static Playwright playwright;
    private static Browser chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private RuntimeService runtime;

    @RegisterExtension
    private final OpenCase opened = new OpenCase();

    @BeforeAll
    static void start() {
        playwright = Playwright.create();
        chromium = playwright.chromium().launch(CHROMIUM);
    }

    @AfterAll
    static void end() {
        playwright.close();
    }

    static Stream<Arguments> places() {
        return Stream.of(
                arguments("clerk", List.of("tasklist/default/#/?task={task}", "welcome/default/#/")),
                arguments(
                        "owner",
                        List.of(
                                "cockpit/default/#/dashboard",
                                "cockpit/default/#/processes",
                                "cockpit/default/#/process-definition/{definition}/runtime",
                                "cockpit/default/#/process-definition/{definition}/runtime?tab=job-definition",
                                "cockpit/default/#/process-instance/{instance}/runtime",
                                "cockpit/default/#/process-instance/{instance}/runtime?tab=incidents-tab",
                                "cockpit/default/#/process-instance/{instance}/runtime?tab=user-tasks-tab",
                                "cockpit/default/#/process-instance/{instance}/runtime?tab=external-tasks-tab",
                                "cockpit/default/#/decisions",
                                "cockpit/default/#/repository",
                                "cockpit/default/#/batch")),
                arguments("compliance", List.of("cockpit/default/#/process-instance/{instance}/runtime")),
                arguments(
                        "admin",
                        List.of(
                                "admin/default/#/users",
                                "admin/default/#/groups",
                                "admin/default/#/system?section=system-settings-general")));
    }

    @ParameterizedTest
    @MethodSource("places")
    void areAnswered(String user, List<String> places) {
        String definition = runtime.createProcessInstanceQuery()
                .processInstanceId(opened.instance())
                .singleResult()
                .getProcessDefinitionId();
        List<String> refused = new CopyOnWriteArrayList<>();
        try (BrowserContext window = chromium.newContext()) {
            Page page = window.newPage();
            page.navigate("http://localhost:" + port + "/login");
            page.locator("[name=username]").fill(user);
            page.locator("[name=password]").fill(user);
            page.locator("main.door button").click();
            page.waitForURL("**/");
            page.onResponse(answer -> {
                boolean hasNone = answer.url().endsWith("/password-policy"); // passwords are not the engine's
                if (answer.status() >= 400 && answer.url().contains("/camunda/api/") && !hasNone) {
                    refused.add(answer.status() + " " + answer.request().method() + " " + answer.url());
                }
            });
            for (String place : places) {
                page.navigate("about:blank"); // else another place of the same application is no new page
                String address = "http://localhost:" + port + "/camunda/app/"
                        + place.replace("{task}", opened.task())
                                .replace("{instance}", opened.instance())
                                .replace("{definition}", definition);
                // at least one is answered, or this test would pass without anything asked
                page.waitForResponse(
                        answer -> answer.status() == 200 && answer.url().contains("/camunda/api/"),
                        () -> page.navigate(address));
                page.waitForLoadState(LoadState.NETWORKIDLE);
            }
        }
        assertThat(refused).isEmpty();
    }
}
