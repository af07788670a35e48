package dev.kulanz.journey.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.kulanz.support.KulanzTest;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The engine's pages in a real browser: what they ask to show something is open. */
@KulanzTest
class EnginePagesBrowserTests {

    private static final BrowserType.LaunchOptions CHROMIUM = new BrowserType.LaunchOptions()
            .setExecutablePath(Path.of(System.getProperty("chromium", "/usr/bin/chromium")))
            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"));

    @LocalServerPort
    private int port;

    @Autowired
    private RuntimeService runtime;

    @RegisterExtension
    private final OpenCase opened = new OpenCase();

    @ParameterizedTest
    @CsvSource({
        "clerk, tasklist, /?task={task}",
        "clerk, welcome, /",
        "owner, cockpit, /dashboard",
        "owner, cockpit, /processes",
        "owner, cockpit, /process-definition/{definition}/runtime",
        "owner, cockpit, /process-definition/{definition}/runtime?tab=job-definition",
        "owner, cockpit, /process-instance/{instance}/runtime",
        "owner, cockpit, /process-instance/{instance}/runtime?tab=incidents-tab",
        "owner, cockpit, /process-instance/{instance}/runtime?tab=user-tasks-tab",
        "owner, cockpit, /process-instance/{instance}/runtime?tab=external-tasks-tab",
        "owner, cockpit, /decisions",
        "owner, cockpit, /repository",
        "owner, cockpit, /batch",
        "compliance, cockpit, /process-instance/{instance}/runtime",
        "admin, admin, /users",
        "admin, admin, /groups",
        "admin, admin, /system?section=system-settings-general"
    })
    void areAnswered(String user, String application, String place) {
        String definition = runtime.createProcessInstanceQuery()
                .processInstanceId(opened.instance())
                .singleResult()
                .getProcessDefinitionId();
        List<String> refused = new CopyOnWriteArrayList<>();
        try (Playwright playwright = Playwright.create();
                Browser chromium = playwright.chromium().launch(CHROMIUM)) {
            Page page = chromium.newPage();
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
            page.navigate("http://localhost:" + port + "/camunda/app/" + application + "/default/#"
                    + place.replace("{task}", opened.task())
                            .replace("{instance}", opened.instance())
                            .replace("{definition}", definition));
            page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        }
        assertThat(refused).isEmpty();
    }
}
