package dev.kulanz.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody in front of the desk. Remembers what the browser complained about. */
final class Person {

    /** Milliseconds; only so that nothing hangs for ever. */
    static final double PATIENCE = 180_000;

    private static final String FACTS = ".fjs-form-field-text";
    private static final Path PICTURES = Path.of("target", "screenshots");

    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Person(Page page) {
        this.page = page;
        page.setDefaultTimeout(PATIENCE);
        page.onPageError(complaints::add);
        page.onResponse(response -> {
            if (response.status() >= 400) {
                complaints.add(response.status() + " " + response.url());
            }
        });
    }

    Person logsIn(String name) {
        goesTo("/login");
        page.locator("[name=username]").fill(name);
        page.locator("[name=password]").fill(name);
        page.locator("button[type=submit]").click();
        return this;
    }

    Person goesTo(String path) {
        page.navigate(path);
        return this;
    }

    Person presses(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
        return this;
    }

    Person follows(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
        return this;
    }

    Person unfolds(String summary) {
        page.locator("summary", new Page.LocatorOptions().setHasText(summary))
                .first()
                .click();
        return this;
    }

    Person chooses(String fileName, String content) {
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload(fileName, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** The field that is seen, of those with this name. */
    Person fills(String field, String text) {
        page.locator("[name=" + field + "] >> visible=true").first().fill(text);
        return this;
    }

    Person searches(String text) {
        page.locator("input[type=search]").first().fill(text);
        return this;
    }

    Person sees(String text) {
        PlaywrightAssertions.assertThat(
                        page.getByText(text).locator("visible=true").first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
        return this;
    }

    /** It is on the screen from its left to its right end: nothing has to be moved sideways. */
    Person seesWhole(String text) {
        Locator found =
                page.locator("main").getByText(text).locator("visible=true").first();
        // asked at once: a list that is searched is replaced under one's hands
        List<?> ends = (List<?>) found.evaluate(
                "element => [element.getBoundingClientRect().left, element.getBoundingClientRect().right]");
        assertThat(((Number) ends.get(0)).doubleValue()).as(text).isGreaterThanOrEqualTo(0);
        assertThat(((Number) ends.get(1)).doubleValue()).as(text).isLessThanOrEqualTo(page.viewportSize().width);
        return this;
    }

    /** The frame of the open message is as tall as the message. */
    boolean seesAllOfTheMessage() {
        page.waitForFunction("""
                () => {
                  const frame = document.querySelector('details[open] iframe[data-tall]');
                  return frame.clientHeight >= frame.contentDocument.documentElement.scrollHeight
                    && frame.clientHeight < frame.contentDocument.body.scrollHeight + 60;
                }""");
        return true;
    }

    Person scrollsTo(String selector) {
        page.locator(selector).first().scrollIntoViewIfNeeded();
        return this;
    }

    boolean pressed(String button) {
        return "true"
                .equals(page.getByRole(
                                AriaRole.BUTTON,
                                new Page.GetByRoleOptions().setName(button).setExact(true))
                        .first()
                        .getAttribute("aria-pressed"));
    }

    Person seesDrawn(String element) {
        PlaywrightAssertions.assertThat(
                        page.locator("[data-element-id='" + element + "']").first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
        return this;
    }

    /** Time has been moved and everything due is done. */
    Person waitsForTime() {
        PlaywrightAssertions.assertThat(page.locator(".moving"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(2 * PATIENCE));
        return this;
    }

    String reads(String selector) {
        return page.locator(selector).first().innerText();
    }

    /** The text of the message that is open in the page, as its reader sees it. */
    String readsMessage() {
        Locator body = page.frameLocator("details[open] iframe").locator("body");
        PlaywrightAssertions.assertThat(body).isVisible();
        return body.innerText();
    }

    /** Where the button in the open message leads, as a path of this site. */
    String linkInMessage() {
        String link =
                page.frameLocator("details[open] iframe").locator("a").first().getAttribute("href");
        return link.substring(link.indexOf("/pay/"));
    }

    /** Tasklist with one task, anew. */
    Person opensTask(String id) {
        page.navigate("about:blank");
        page.navigate("/camunda/app/tasklist/default/#/?task=" + id + "&detailsTab=task-detail-form");
        page.locator(FACTS).first().waitFor();
        page.locator(".tasks-list .task").first().waitFor();
        return this;
    }

    /** The facts above the form of the open task. */
    String seesOfTheTask() {
        return reads(FACTS);
    }

    /** The names of all elements in the facts of the open task. */
    List<String> elementsOfTheTask() {
        return elementsIn(FACTS);
    }

    /** What the elements of this kind say in the facts of the open task, letter for letter. */
    List<String> textsOfTheTask(String element) {
        return page.locator(FACTS).first().locator(element).allTextContents();
    }

    /** Where the links in the facts of the open task lead. */
    List<String> linksOfTheTask() {
        return page.locator(FACTS).first().locator("a").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
    }

    /** The names of all elements inside another one. */
    List<String> elementsIn(String selector) {
        Object found = page.locator(selector)
                .first()
                .evaluate("place => [...place.querySelectorAll('*')].map(one => one.tagName.toUpperCase())");
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    Person takesPicture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
        return this;
    }

    List<String> complaints() {
        return complaints;
    }
}
