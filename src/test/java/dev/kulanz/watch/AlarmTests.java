package dev.kulanz.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What lasts is told once, again and when it is over; what comes and goes is one alarm. */
class AlarmTests {

    private static final Instant THREE = Instant.parse("2026-11-02T03:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration CALM = Duration.ofMinutes(5);

    private static Instant at(int minutes) {
        return THREE.plus(Duration.ofMinutes(minutes));
    }

    private static Alarm begun(Duration patience) {
        return Alarm.begun(
                UUID.randomUUID(), "channel-down", "", new Reading.Trouble("EMAIL", List.of()), THREE, patience);
    }

    private static Alarm seen(Alarm alarm, int minutes) {
        return alarm.seen(List.of(), at(minutes), PATIENCE);
    }

    @Test
    void isRaisedOnceItHasLasted() {
        Alarm alarm = begun(PATIENCE);
        assertThat(alarm.isStanding()).isFalse();
        assertThat(seen(alarm, 4).isStanding()).isFalse();
        assertThat(seen(alarm, 5).raisedAt()).isEqualTo(at(5));
        assertThat(seen(seen(alarm, 5), 60).raisedAt()).isEqualTo(at(5));
        assertThat(seen(alarm, 5).since()).isEqualTo(THREE);
    }

    @Test
    void isRaisedAtOnceWhereThereIsNothingToWaitFor() {
        assertThat(begun(Duration.ZERO).raisedAt()).isEqualTo(THREE);
    }

    @Test
    void isForgottenIfItPassesBefore() {
        Alarm gone = begun(PATIENCE).missed(at(1), CALM).orElseThrow();
        assertThat(gone.missed(at(5), CALM)).isPresent();
        assertThat(gone.missed(at(6), CALM)).isEmpty();
    }

    @Test
    void isRaisedThoughItComesAndGoes() {
        Alarm alarm = begun(PATIENCE);
        for (int minute = 1; minute < 5; minute += 2) {
            alarm = seen(alarm.missed(at(minute), CALM).orElseThrow(), minute + 1);
        }
        assertThat(seen(alarm, 5).isStanding()).isTrue();
    }

    @Test
    void isOverOnlyOnceItHasBeenAwayAndEndedThen() {
        Alarm alarm = seen(begun(PATIENCE), 5);
        Alarm gone = alarm.missed(at(60), CALM).orElseThrow();
        assertThat(gone.isStanding()).isTrue();
        assertThat(seen(gone, 62).goneSince()).isNull();
        Alarm over = gone.missed(at(65), CALM).orElseThrow();
        assertThat(over.overAt()).isEqualTo(at(65));
        assertThat(over.endedAt()).isEqualTo(at(60));
    }

    @Test
    void isToldOnceAgainAfterItsRhythmAndWhenItIsOver() {
        Alarm alarm = seen(begun(PATIENCE), 5);
        assertThat(Event.of(begun(PATIENCE), Severity.SENDING_RESTS, null, at(4)))
                .isEmpty();
        assertThat(Event.of(alarm, Severity.SENDING_RESTS, null, at(5))).hasValue(Event.RAISED);
        assertThat(Event.of(alarm, Severity.SENDING_RESTS, at(5), at(244))).isEmpty();
        assertThat(Event.of(alarm, Severity.SENDING_RESTS, at(5), at(245))).hasValue(Event.STILL);
        assertThat(Event.of(alarm, Severity.WARNING, at(5), at(245))).isEmpty();
        Alarm over = alarm.missed(at(60), Duration.ZERO).orElseThrow();
        assertThat(Event.of(over, Severity.SENDING_RESTS, at(5), at(61))).hasValue(Event.OVER);
        assertThat(Event.of(over, Severity.SENDING_RESTS, null, at(61))).isEqualTo(Optional.of(Event.PASSED));
    }
}
