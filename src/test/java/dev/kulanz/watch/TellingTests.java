package dev.kulanz.watch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.kulanz.shared.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A way that is broken gives back its lease and keeps no other from telling. */
class TellingTests {

    private static final Instant NOW = Instant.parse("2026-11-02T03:00:00Z");

    private final AlarmTable alarms = mock(AlarmTable.class);
    private final WayTable ways = mock(WayTable.class);
    private final NoticeWriting notices = mock(NoticeWriting.class);
    private final Readings readings = mock(Readings.class);
    private final BusinessClock clock = mock(BusinessClock.class);
    private final AlarmSettings settings = mock(AlarmSettings.class);
    private final AlarmWay way = mock(AlarmWay.class);

    private Telling telling() {
        when(settings.pause()).thenReturn(Duration.ofMinutes(2));
        when(clock.instant()).thenReturn(NOW);
        when(way.name()).thenReturn("MAIL");
        return new Telling(alarms, ways, notices, readings, clock, settings);
    }

    @Test
    void notesThatAWayIsBroken() throws Exception {
        Alarm alarm = Alarm.begun(
                UUID.randomUUID(), "channel-down", "", new Reading.Trouble("EMAIL", List.of()), NOW, Duration.ZERO);
        when(ways.find("MAIL")).thenReturn(Optional.of(new WayTable.State("MAIL", null, 0, null, null)));
        when(ways.claim("MAIL")).thenReturn(true);
        when(alarms.known("MAIL")).thenReturn(List.of(new AlarmTable.Known(alarm, null)));
        when(readings.sign("channel-down")).thenReturn(Optional.empty());
        doThrow(new IllegalStateException("broken")).when(way).tell(any());

        assertThatCode(() -> telling().by(way)).doesNotThrowAnyException();

        verify(ways).failed(eq("MAIL"), any(), eq(NOW.plusSeconds(30)));
    }

    @Test
    void keepsNoOtherFromTellingWhateverFails() {
        doThrow(new IllegalStateException("no database")).when(ways).begin(any(), any());
        assertThatCode(() -> telling().by(way)).doesNotThrowAnyException();
    }
}
