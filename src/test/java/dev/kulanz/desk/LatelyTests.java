package dev.kulanz.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kulanz.access.CreditorScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Figures are of this moment as long as that takes no time; else of the last one, which is told. */
class LatelyTests {

    private static final Instant NOW = Instant.parse("2026-11-02T09:42:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final FigureWorkers workers = new FigureWorkers();
    private final AtomicInteger reckoned = new AtomicInteger();

    @AfterEach
    void stop() {
        workers.stop();
    }

    @Test
    void areAlwaysOfThisMomentWhereThatIsQuick() {
        Lately<CreditorScope, Integer> lately =
                new Lately<>(scope -> reckoned.incrementAndGet(), CLOCK, Duration.ofMinutes(1), workers);
        assertThat(lately.of(CreditorScope.ALL)).contains(new Lately.Shown<>(1, null));
        assertThat(lately.of(CreditorScope.ALL)).contains(new Lately.Shown<>(2, null));
    }

    @Test
    void letNobodyWaitAndTellTheirMomentWhereTheyTakeLong() {
        CountDownLatch slow = new CountDownLatch(1);
        Lately<CreditorScope, Integer> lately =
                new Lately<>(scope -> slowly(slow), CLOCK, Duration.ofNanos(1), workers);
        assertThat(lately.of(CreditorScope.ALL)).isEmpty();
        assertThat(lately.of(CreditorScope.ALL)).isEmpty();
        slow.countDown();
        while (lately.of(CreditorScope.ALL).isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(lately.of(CreditorScope.ALL))
                .hasValueSatisfying(shown -> assertThat(shown.asOf()).isEqualTo(NOW));
    }

    @Test
    void areOfOneScopeOnly() {
        Lately<CreditorScope, Boolean> lately = new Lately<>(CreditorScope::all, CLOCK, Duration.ofMinutes(1), workers);
        assertThat(lately.of(CreditorScope.ALL)).contains(new Lately.Shown<>(true, null));
        assertThat(lately.of(new CreditorScope(false, java.util.Set.of("a"))))
                .contains(new Lately.Shown<>(false, null));
    }

    @Test
    void failLikeWhatTheyAreReckonedFrom() {
        Lately<CreditorScope, Integer> lately = new Lately<>(
                scope -> {
                    throw new IllegalStateException("no database");
                },
                CLOCK,
                Duration.ofMinutes(1),
                workers);
        assertThatThrownBy(() -> lately.of(CreditorScope.ALL)).hasMessage("no database");
    }

    @Test
    void areReckonedOneAfterTheOtherWhereTheyTakeLong() throws InterruptedException {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(6);
        for (int page = 0; page < 3; page++) {
            Lately<Integer, Integer> lately = new Lately<>(
                    one -> {
                        most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                        busy();
                        all.countDown();
                        return atOnce.decrementAndGet();
                    },
                    CLOCK,
                    Duration.ofNanos(1),
                    workers);
            lately.begin(1);
            lately.begin(2);
        }
        assertThat(all.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(most).hasValue(1);
    }

    @Test
    void areWaitedForOnceAndNotByWhoComesLater() {
        CountDownLatch slow = new CountDownLatch(1);
        Lately<CreditorScope, Integer> lately =
                new Lately<>(scope -> slowly(slow), CLOCK, Duration.ofMillis(300), workers);
        assertThat(lately.of(CreditorScope.ALL)).isEmpty();
        long begin = System.nanoTime();
        for (int visitor = 0; visitor < 100; visitor++) {
            assertThat(lately.of(CreditorScope.ALL)).isEmpty();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
        slow.countDown();
    }

    @Test
    void waitNotForThoseThatTakeLong() {
        CountDownLatch slow = new CountDownLatch(1);
        new Lately<>(scope -> slowly(slow), CLOCK, Duration.ofNanos(1), workers).begin(CreditorScope.ALL);
        Lately<CreditorScope, Integer> quick =
                new Lately<>(scope -> reckoned.incrementAndGet(), CLOCK, Duration.ofMinutes(1), workers);
        assertThat(quick.of(CreditorScope.ALL)).contains(new Lately.Shown<>(1, null));
        slow.countDown();
    }

    private static void busy() {
        long until = System.nanoTime() + 5_000_000;
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
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
