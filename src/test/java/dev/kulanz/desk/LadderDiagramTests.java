package dev.kulanz.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.access.CurrentUser;
import dev.kulanz.journey.CaseDiagram;
import dev.kulanz.journey.CaseDiagrams;
import dev.kulanz.shared.BusinessClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The diagram is there at once; its counts too, or as they last were. */
class LadderDiagramTests {

    private static final String LADDER = "dunning-journey";
    private static final Map<String, Long> COUNTS = Map.of("Wait", 12L);
    private static final BusinessClock CLOCK =
            new BusinessClock(Clock.fixed(Instant.parse("2026-11-02T09:42:00Z"), ZoneOffset.UTC));

    private final CaseDiagrams diagrams = mock();
    private final CurrentUser user = mock();
    private final FigureWorkers workers = new FigureWorkers();
    private LadderDiagram page = new LadderDiagram(diagrams, user, CLOCK, Duration.ofMinutes(1), workers);

    @BeforeEach
    void oneLadder() {
        when(diagrams.ladders()).thenReturn(List.of(new CaseDiagrams.LadderName(LADDER, "Ladder")));
        when(diagrams.ladder(LADDER)).thenReturn(new CaseDiagram(LADDER, "Ladder", "<xml/>", Set.of(), Set.of()));
        when(diagrams.counts(LADDER)).thenReturn(COUNTS);
        when(user.scope()).thenReturn(CreditorScope.ALL);
    }

    @AfterEach
    void stop() {
        workers.stop();
    }

    @Test
    void countsOfThisMomentWhereThatIsQuick() {
        assertThat(shown()).isEqualTo(new LadderDiagram.Ladder("Ladder", "<xml/>", COUNTS, null));
    }

    @Test
    void waitsForNoCountsAndThenTellsTheirMoment() {
        CountDownLatch slow = new CountDownLatch(1);
        when(diagrams.counts(LADDER)).thenAnswer(asked -> {
            slow.await();
            return COUNTS;
        });
        page = new LadderDiagram(diagrams, user, CLOCK, Duration.ofNanos(1), workers);
        assertThat(shown()).isEqualTo(new LadderDiagram.Ladder("Ladder", "<xml/>", null, null));
        slow.countDown();
        while (shown().counts() == null) {
            Thread.onSpinWait();
        }
        assertThat(shown()).isEqualTo(new LadderDiagram.Ladder("Ladder", "<xml/>", COUNTS, "2 Nov 2026, 10:42"));
    }

    @Test
    void countsOnlyWhatOneMaySee() {
        when(user.scope()).thenReturn(new CreditorScope(false, Set.of("shop")));
        when(diagrams.counts(LADDER, "shop")).thenReturn(Map.of("Wait", 1L));
        assertThat(shown().counts()).isEqualTo(Map.of("Wait", 1L));
    }

    @Test
    void countsNothingForWhoSeesNoCreditor() {
        when(user.scope()).thenReturn(new CreditorScope(false, Set.of()));
        assertThat(shown().counts()).isEmpty();
        verify(diagrams, never()).counts(eq(LADDER), any(String[].class));
    }

    private LadderDiagram.Ladder shown() {
        return page.ladder(LADDER, Locale.UK);
    }
}
