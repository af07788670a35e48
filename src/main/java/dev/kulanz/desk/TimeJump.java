package dev.kulanz.desk;

import dev.kulanz.shared.Refusal;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Jumps of the time machine, in the background: a week of a large portfolio takes longer than a browser waits. */
@Component
class TimeJump {

    private static final Logger LOG = LoggerFactory.getLogger(TimeJump.class);

    private final ObjectProvider<TimeMachineControl> machine;
    private final AtomicBoolean running = new AtomicBoolean();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "time-jump");
        thread.setDaemon(true);
        return thread;
    });

    TimeJump(ObjectProvider<TimeMachineControl> machine) {
        this.machine = machine;
    }

    /** What the bar shows; empty where time can't be moved. */
    Optional<Frame.TimeBar> bar() {
        return Optional.ofNullable(machine.getIfAvailable())
                .map(there -> new Frame.TimeBar(there.now(), running.get() || there.isTravelling()));
    }

    /**
     * Starts a jump.
     *
     * @return false: one is under way already, and this one was not started
     * @throws Refusal where time can't be moved
     */
    boolean start(Duration by) {
        TimeMachineControl there = machine.getIfAvailable();
        if (there == null) {
            throw Refusal.notFound("There is no time machine here.");
        }
        if (there.isTravelling() || !running.compareAndSet(false, true)) {
            return false;
        }
        worker.execute(() -> travel(there, by));
        return true;
    }

    private void travel(TimeMachineControl there, Duration by) {
        try {
            there.advance(by);
        } catch (RuntimeException e) {
            LOG.error("The time machine stopped on its way", e);
        } finally {
            running.set(false);
        }
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
