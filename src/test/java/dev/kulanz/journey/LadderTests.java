package dev.kulanz.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.cases.LadderStep;
import dev.kulanz.journey.Ladder.Rung;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of cases when a new version of their ladder has fewer steps. */
class LadderTests {

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

    private static Rung rung(LadderStep step) {
        return new Rung(step, "Activity_" + step, Duration.ofDays(7));
    }
}
