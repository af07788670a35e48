package dev.kulanz.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.journal.Happening;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** However often a message is put off, its story has one line of it. */
class WaitsTests {

    private static final Instant FRIDAY = Instant.parse("2026-11-06T17:00:00Z");

    @Test
    void makeOneOfAThousandForTheSameReason() {
        Waits waits = Waits.NONE;
        for (int i = 0; i < 1_000; i++) {
            Instant from = FRIDAY.plus(Duration.ofMinutes(3L * i));
            waits = waits.and(new Waits(List.of(new Wait(from, from.plus(Duration.ofMinutes(3)), Wait.WINDOW))));
        }
        assertThat(waits.all()).containsExactly(new Wait(FRIDAY, FRIDAY.plus(Duration.ofHours(50)), Wait.WINDOW));
    }

    @Test
    void areFewHoweverOftenTheReasonChanges() {
        Waits waits = Waits.NONE;
        Instant end = FRIDAY;
        for (int i = 0; i < 1_000; i++) {
            Instant from = end;
            end = end.plus(Duration.ofHours(1));
            waits = waits.and(new Waits(List.of(new Wait(from, end, i % 2 == 0 ? Wait.WINDOW : Wait.BUDGET))));
        }
        assertThat(waits.all()).hasSize(20);
        assertThat(waits.endFrom(FRIDAY)).isEqualTo(end);
    }

    @Test
    void areKeptAndReadAgain() {
        Waits waits = Waits.NONE
                .until(FRIDAY.plusSeconds(60), FRIDAY, Wait.PATIENCE)
                .until(FRIDAY.plusSeconds(60), FRIDAY, Wait.BUDGET)
                .until(FRIDAY.plusSeconds(90), FRIDAY, Wait.WINDOW);
        assertThat(waits.all()).extracting(Wait::reason).containsExactly(Wait.PATIENCE, Wait.WINDOW);
        assertThat(Waits.read(waits.stored())).isEqualTo(waits);
        assertThat(Waits.NONE.stored()).isNull();
        assertThat(Waits.read(null)).isEqualTo(Waits.NONE);
    }

    @Test
    void areToldAsFarAsTheyLasted() {
        Waits waits = Waits.NONE
                .until(FRIDAY.plusSeconds(60), FRIDAY, Wait.PATIENCE)
                .until(FRIDAY.plusSeconds(90), FRIDAY, Wait.WINDOW);
        assertThat(waits.endedBy(FRIDAY.plusSeconds(30))
                        .tell(Happening.of("ContactCancelled"))
                        .facts())
                .containsEntry("waitedFrom", "2026-11-06T17:00:00Z")
                .containsEntry("waitedUntil", "2026-11-06T17:00:30Z")
                .containsEntry("waitedFor", List.of(Wait.PATIENCE));
        assertThat(Waits.NONE.tell(Happening.of("ContactSent")).facts()).isEmpty();
    }
}
