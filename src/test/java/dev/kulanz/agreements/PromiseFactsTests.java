package dev.kulanz.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.decisions.Fact;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

@KulanzTest
class PromiseFactsTests {

    @Autowired
    private PromiseFacts facts;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T09:00"); // a Monday

    @Test
    void countWhatWasPromisedAndBroken() {
        StoryDebtor anna = story.debtor("Anna").owes("R-1", "100.00", "2026-10-28");
        assertThat(of(anna)).isEqualTo(told(false, 0, 0));
        anna.promises("100.00", "2026-11-03");
        assertThat(of(anna)).isEqualTo(told(true, 1, 0));
        story.until("2026-11-10T10:00");
        assertThat(of(anna)).isEqualTo(told(false, 1, 1));
        anna.promises("100.00", "2026-11-20");
        assertThat(of(anna)).isEqualTo(told(true, 2, 1));
    }

    private Map<String, Object> of(StoryDebtor debtor) {
        Set<String> all = facts.facts().stream().map(Fact::name).collect(Collectors.toSet());
        return facts.lookUp(debtor.caseNumber(), all);
    }

    private static Map<String, Object> told(boolean open, int made, int broken) {
        return Map.of("openPromise", open, "promisesMade", made, "brokenPromises", broken);
    }
}
