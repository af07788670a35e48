package dev.kulanz.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real browser of this machine, without a window. */
final class Chromium implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path program) {
        PlaywrightAssertions.setDefaultAssertionTimeout(Person.PATIENCE);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** Without a browser the test is left out where a person works, and fails where the build is checked. */
    static Chromium start() {
        Optional<Path> program = find();
        if (program.isEmpty() && System.getenv("CI") != null) {
            throw new AssertionError("No Chromium on this machine: install one (Debian: chromium)");
        }
        Assumptions.assumeTrue(program.isPresent(), "No Chromium or Chrome found: browser tests are left out");
        return new Chromium(program.orElseThrow());
    }

    /** A fresh window of a person who reads this language. */
    Person open(int port, String locale) {
        return open(port, locale, 1280, 860);
    }

    /** The same before a screen of this size. */
    Person open(int port, String locale, int width, int height) {
        var window = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + port)
                .setLocale(locale)
                .setTimezoneId("Europe/Berlin")
                .setViewportSize(width, height));
        return new Person(window.newPage());
    }

    private static Optional<Path> find() {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
