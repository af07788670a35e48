package dev.kulanz.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.journey.Operations;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.util.Set;
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
    private Operations operations;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T09:00"); // a Monday

    private final StoryDebtor anna = story.debtor("Anna");

    @Test
    void waitsForItsDayWhereTheDiagramDoesNot() {
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

    private void judgedAfterAnHour() {
        story.deploys(
                "processes/promise-follow-up.bpmn",
                text -> text.replace(
                        ON_ITS_DAY, "<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">PT1H</bpmn:timeDuration>"));
    }
}
