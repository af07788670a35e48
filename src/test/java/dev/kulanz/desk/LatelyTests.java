package dev.kulanz.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kulanz.access.CreditorScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Figures are of this moment as long as that takes no time; else of the last one, which is told. */
class LatelyTests {

    private static final Instant NOW = Instant.parse("2026-11-02T09:42:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final AtomicInteger reckoned = new AtomicInteger();

    @Test
    void areAlwaysOfThisMomentWhereThatIsQuick() {
        Lately<CreditorScope, Integer> lately =
                new Lately<>(scope -> reckoned.incrementAndGet(), CLOCK, Duration.ofMinutes(1));
        assertThat(lately.of(CreditorScope.ALL)).contains(new Lately.Shown<>(1, null));
        assertThat(lately.of(CreditorScope.ALL)).contains(new Lately.Shown<>(2, null));
        lately.stop();
    }

    @Test
    void letNobodyWaitAndTellTheirMomentWhereTheyTakeLong() {
        CountDownLatch slow = new CountDownLatch(1);
        Lately<CreditorScope, Integer> lately = new Lately<>(scope -> slowly(slow), CLOCK, Duration.ofNanos(1));
        assertThat(lately.of(CreditorScope.ALL)).isEmpty();
        assertThat(lately.of(CreditorScope.ALL)).isEmpty();
        slow.countDown();
        while (lately.of(CreditorScope.ALL).isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(lately.of(CreditorScope.ALL))
                .hasValueSatisfying(shown -> assertThat(shown.asOf()).isEqualTo(NOW));
        lately.stop();
    }

    @Test
    void areOfOneScopeOnly() {
        Lately<CreditorScope, Boolean> lately = new Lately<>(CreditorScope::all, CLOCK, Duration.ofMinutes(1));
        assertThat(lately.of(CreditorScope.ALL)).contains(new Lately.Shown<>(true, null));
        assertThat(lately.of(new CreditorScope(false, java.util.Set.of("a"))))
                .contains(new Lately.Shown<>(false, null));
        lately.stop();
    }

    @Test
    void failLikeWhatTheyAreReckonedFrom() {
        Lately<CreditorScope, Integer> lately = new Lately<>(
                scope -> {
                    throw new IllegalStateException("no database");
                },
                CLOCK,
                Duration.ofMinutes(1));
        assertThatThrownBy(() -> lately.of(CreditorScope.ALL)).hasMessage("no database");
        lately.stop();
    }

    private int slowly(CountDownLatch until) {
        try {
            until.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return reckoned.incrementAndGet();
    }
}
