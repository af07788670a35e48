package dev.kulanz.journey.engine;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.kulanz.support.KulanzTest;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tasklist in a real browser: it must never show a login form of its own. */
@KulanzTest
class OneLoginBrowserTests {

    private static final BrowserType.LaunchOptions CHROMIUM = new BrowserType.LaunchOptions()
            .setExecutablePath(Path.of(System.getProperty("chromium", "/usr/bin/chromium")))
            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"));

    /** Milliseconds; only so that nothing hangs for ever. */
    private static final double PATIENCE = 180_000;

    @LocalServerPort
    private int port;

    @Test
    void opensTasklistAfterOurLoginAndComesBackToItAfterLoggingOut() {
        try (Playwright playwright = Playwright.create();
                Browser chromium = playwright.chromium().launch(CHROMIUM)) {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
            Page page = chromium.newPage();
            page.setDefaultTimeout(PATIENCE);
            page.navigate("http://localhost:" + port + "/camunda/app/tasklist/default/");
            logIn(page);
            assertThat(page.locator(".task-list, .tasks-list, [cam-tasks]").first())
                    .isVisible();
            assertThat(page.getByText("Clara Clerk").first()).isVisible();

            page.getByText("Clara Clerk").first().click();
            page.locator(".logout a").first().click();

            assertThat(page.locator("main.door")).isVisible();
            assertThat(page).hasURL(Pattern.compile(".*/login$"));
            logIn(page);
            assertThat(page).hasURL(Pattern.compile(".*/camunda/app/tasklist/default/.*"));
        }
    }

    private static void logIn(Page page) {
        Locator door = page.locator("main.door");
        door.locator("[name=username]").fill("clerk");
        door.locator("[name=password]").fill("clerk");
        door.locator("button").click();
    }
}
