package dev.kulanz.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(600) // only so that nothing hangs for ever: nobody here is given time
class LaneTests {

    private static final Duration LONG = Duration.ofDays(1);

    private final Lane<Integer> lane = new Lane<>("lane", 2);
    private final BlockingQueue<Integer> begun = new LinkedBlockingQueue<>();
    private final CountDownLatch answer = new CountDownLatch(1);

    @AfterEach
    void answer() {
        answer.countDown();
    }

    @Test
    void waitsForNothingAndTakesNothingTwice() throws InterruptedException {
        take(1, 2);
        take(1, 2);
        assertThat(List.of(next(), next())).containsExactlyInAnyOrder(1, 2);
        answer.countDown();
        lane.close();
        assertThat(lane.awaitEnd(LONG)).isTrue();
        assertThat(begun).isEmpty();
    }

    @Test
    void takesWhatIsDueAgainWhenItIsDone() throws InterruptedException {
        answer.countDown();
        take(1);
        next();
        while (begun.isEmpty()) {
            take(1); // until the first time is over
        }
        assertThat(next()).isEqualTo(1);
    }

    @Test
    void hasRoomForSoManyOnly() throws InterruptedException {
        lane.take(limit -> IntStream.range(0, limit).boxed().toList(), this::work);
        answer.countDown();
        for (int i = 0; i < 52; i++) {
            next();
        }
        lane.close();
        assertThat(lane.awaitEnd(LONG)).isTrue();
        assertThat(begun).isEmpty();
    }

    @Test
    void endsWhatItHasBegunAndBeginsNothingMore() throws InterruptedException {
        take(1, 2, 3, 4);
        next();
        next();
        lane.close();
        assertThat(lane.awaitEnd(Duration.ZERO)).isFalse();
        answer.countDown();
        assertThat(lane.awaitEnd(LONG)).isTrue();
        assertThat(begun).isEmpty();
    }

    private void take(Integer... due) {
        lane.take(limit -> List.of(due), this::work);
    }

    private void work(int one) {
        begun.add(one);
        try {
            answer.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int next() throws InterruptedException {
        return begun.take();
    }
}
