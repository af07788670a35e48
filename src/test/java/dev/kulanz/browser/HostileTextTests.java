package dev.kulanz.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.cases.BlockReason;
import dev.kulanz.journey.model.TaskForm;
import dev.kulanz.support.HostileTexts;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Stories;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What debtors are called is read as it was written wherever staff see it, and is never anything but text there. */
@KulanzTest
class HostileTextTests {

    /** What a variable of the engine can hold. */
    private static final int LONGEST_VARIABLE = 4_000;

    private static final String HOSTILE = "http://a.b/<img src=x onerror=alert(1)>";

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private Stories stories;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00");

    private final StoryDebtor anna = story.debtor("Anna");

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void showsWhoIsMeantAsTextInTheFormAndInTheListOfTasks() {
        hasATask();
        anna.with("name", HOSTILE)
                .with("street", "<object data=/cases></object>")
                .with("postcode", "04177")
                .with("city", "www.leipzig.example")
                .owes("<b>2</b>", "20.00", "2026-10-30");
        stories.jdbc()
                .sql("update creditor set name = '<iframe src=/cases>anna@example.com' where id = :id")
                .param("id", story.creditorId())
                .update();
        anna.isBlocked(BlockReason.MANUAL);

        Person clerk = chromium.open(port, "en-GB")
                .logsIn("clerk")
                .opensTask(anna.task().getId());

        assertThat(clerk.seesOfTheTask())
                .contains(
                        HOSTILE,
                        "<object data=/cases></object>, 04177, www.leipzig.example",
                        "120.00 EUR · <iframe src=/cases>anna@example.com · " + anna.caseNumber(),
                        story.creditorId() + "-<b>2</b>: 20.00 EUR, due 2026-10-30");
        assertThat(clerk.elementsOfTheTask()).containsOnly("H3", "P", "STRONG", "A", "UL", "LI");
        assertThat(clerk.linksOfTheTask()).containsExactly("/cases/" + anna.caseNumber());
        assertThat(clerk.reads(".tasks-list")).contains(HOSTILE);
        assertThat(clerk.elementsIn(".tasks-list")).doesNotContain("IMG", "OBJECT", "IFRAME");

        clerk.goesTo("/cases/" + anna.caseNumber()).sees(HOSTILE);
        assertThat(clerk.elementsIn("main")).doesNotContain("IMG", "OBJECT", "IFRAME", "B");
    }

    @Test
    void readsEveryHostileSpellingAsItWasStored() {
        hasATask();
        String task = anna.task().getId();
        Person clerk = chromium.open(port, "en-GB").logsIn("clerk");
        List<String> headings = new ArrayList<>();
        List<String> names = new ArrayList<>();
        int length = 0;
        for (String name : HostileTexts.all()) {
            String heading = headingFor(name);
            if (length + heading.length() > LONGEST_VARIABLE - 200) {
                readsAsStored(clerk, task, headings, names);
                headings.clear();
                names.clear();
                length = 0;
            }
            headings.add(heading);
            names.add(name);
            length += heading.length() + 2;
        }
        readsAsStored(clerk, task, headings, names);
    }

    private void readsAsStored(Person clerk, String task, List<String> headings, List<String> names) {
        stories.tasks().setVariableLocal(task, TaskForm.FACTS, String.join("\n\n", headings));
        clerk.opensTask(task);
        assertThat(clerk.elementsOfTheTask()).containsOnly("H3");
        assertThat(clerk.textsOfTheTask("h3")).containsExactlyElementsOf(names);
    }

    /** The facts begin with the debtor's name. */
    private String headingFor(String name) {
        stories.jdbc()
                .sql("update debtor set name = :name where creditor_id = :creditor")
                .param("name", name)
                .param("creditor", story.creditorId())
                .update();
        anna.isBlocked(BlockReason.MANUAL);
        anna.isFreed();
        String facts = stories.tasks()
                .getVariableLocal(anna.task().getId(), TaskForm.FACTS)
                .toString();
        return facts.substring(0, facts.indexOf("\n\n"));
    }

    private void hasATask() {
        anna.with("email", "").owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-02T10:00");
        assertThat(anna.task().getName()).isEqualTo("Find contact details");
    }
}
