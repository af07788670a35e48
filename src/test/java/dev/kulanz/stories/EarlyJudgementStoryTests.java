package dev.kulanz.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.journey.Operations;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** A promise is never judged before its day, whatever a diagram says that came in past the check. */
@KulanzTest
@Timeout(900)
class EarlyJudgementStoryTests {

    private static final String ON_ITS_DAY =
            "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${judgeAt}</bpmn:timeDate>";

    @Autowired
    private RepositoryService repository;

    @Autowired
    private Operations operations;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T09:00"); // a Monday

    private final StoryDebtor anna = story.debtor("Anna");
    private String deployed;

    @AfterEach
    void takeBack() {
        repository.deleteDeployment(deployed, true);
    }

    @Test
    void waitsForItsDayWhereTheDiagramDoesNot() throws IOException {
        judgedAfterAnHour();
        anna.owes("R-1", "100.00", "2026-10-28");
        story.until("2026-11-04T10:00");
        anna.promises("100.00", "2026-11-20"); // Friday; grace until Wednesday
        story.until("2026-11-26T07:59");
        assertThat(anna.promised()).containsExactly("100.00 by 2026-11-20: OPEN");
        assertThat(anna.isBlockedNow()).isTrue();
        assertThat(operations.countIncidents(new CreditorScope(false, Set.of(story.creditorId()))))
                .isZero();
        story.until("2026-11-26T12:00");
        assertThat(anna.promised()).containsExactly("100.00 by 2026-11-20: BROKEN");
        assertThat(anna.followedUp()).isZero();
    }

    private void judgedAfterAnHour() throws IOException {
        String text = Files.readString(Path.of("processes/promise-follow-up.bpmn"));
        assertThat(text).contains(ON_ITS_DAY);
        deployed = repository
                .createDeployment()
                .addString(
                        "engine-test-promise-follow-up.bpmn",
                        text.replace(
                                ON_ITS_DAY,
                                "<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">PT1H</bpmn:timeDuration>"))
                .deploy()
                .getId();
    }
}
