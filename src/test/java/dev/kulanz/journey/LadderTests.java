package dev.kulanz.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.cases.LadderStep;
import dev.kulanz.cases.Notices.Notice;
import dev.kulanz.journey.Ladder.Rung;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Where items stand on a ladder, also when its new version has fewer steps. */
class LadderTests {

    private static final UUID ITEM = UUID.randomUUID();

    private final Ladder whole = new Ladder(
            "dunning-journey",
            Arrays.stream(LadderStep.values()).map(LadderTests::rung).toList());

    private final Ladder withoutNudge = new Ladder(
            "dunning-journey",
            List.of(
                    rung(LadderStep.FRIENDLY_REMINDER),
                    rung(LadderStep.SECOND_REMINDER),
                    rung(LadderStep.DUNNING_NOTICE),
                    rung(LadderStep.HANDOVER_DECISION)));

    @Test
    void countsAStepThatTheLadderNoLongerHasAsTheOneBeforeIt() {
        assertThat(withoutNudge.rungOf("digital-nudge")).isEqualTo(withoutNudge.rungOf("second-reminder"));
        assertThat(withoutNudge.rungOf("final-notice")).isEqualTo(withoutNudge.rungOf("dunning-notice"));
    }

    @Test
    void countsAStepThatDoesNotExistAsNone() {
        assertThat(withoutNudge.rungOf("gentle-reminder")).isEqualTo(-1);
    }

    @Test
    void skipsNoNoticeWhateverTheItemWasFirstNamedIn() {
        assertThat(placeAfter(
                        "friendly-reminder", "second-reminder", "digital-nudge", "voicebot-call", "dunning-notice"))
                .isEqualTo("dunning-notice");
        assertThat(placeAfter("second-reminder")).isEqualTo("friendly-reminder");
        assertThat(placeAfter("second-reminder", "digital-nudge")).isEqualTo("friendly-reminder");
        assertThat(placeAfter("second-reminder", "digital-nudge", "dunning-notice"))
                .isEqualTo("second-reminder");
    }

    @Test
    void takesANudgeBeforeAllNoticesForNone() {
        assertThat(placeAfter("digital-nudge", "voicebot-call")).isEqualTo("none");
    }

    private String placeAfter(String... steps) {
        List<Notice> notices = Arrays.stream(steps)
                .map(step -> new Notice(ITEM, 1, step, "EMAIL", UUID.randomUUID(), Instant.EPOCH, null))
                .toList();
        int index = whole.placeAfter(new Past(notices, List.of())).index();
        return index < 0 ? "none" : whole.rungs().get(index).step().id();
    }

    private static Rung rung(LadderStep step) {
        return new Rung(step, "Activity_" + step, Duration.ofDays(7));
    }
}
