package dev.kulanz.journey;

import dev.kulanz.contact.Dispatcher;
import dev.kulanz.handover.AgencyInbox;
import dev.kulanz.handover.AgencyPost;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Does what is due now: sweeps, starts, signals, messages, the agency's post, and (where the engine's own job executor is off) timers.
 * Different cases are worked on side by side; what concerns one case meets at its lock.
 */
@Component
public class Pump {

    private static final Logger LOG = LoggerFactory.getLogger(Pump.class);
    private static final int BATCH = 200;
    private static final Duration PAUSE = Duration.ofMillis(100); // real time
    private static final int MOST_PAUSES = 100;

    private final Sweeps sweeps;
    private final JourneyStarter starter;
    private final SignalDeliverer signals;
    private final Dispatcher dispatcher;
    private final DueTimers timers;
    private final AgencyPost agencyPost;
    private final AgencyInbox agencyInbox;
    private final ExecutorService workers =
            Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()), Pump::worker);

    Pump(
            Sweeps sweeps,
            JourneyStarter starter,
            SignalDeliverer signals,
            Dispatcher dispatcher,
            DueTimers timers,
            AgencyPost agencyPost,
            AgencyInbox agencyInbox) {
        this.sweeps = sweeps;
        this.starter = starter;
        this.signals = signals;
        this.dispatcher = dispatcher;
        this.timers = timers;
        this.agencyPost = agencyPost;
        this.agencyInbox = agencyInbox;
    }

    /** Works until nothing is due at this moment of business time. */
    public synchronized void runUntilIdle() {
        boolean worked;
        do {
            worked = runOnce();
        } while (worked);
    }

    /**
     * The same, and waits for signals that have to be tried again: before business time goes on, all of the present has
     * been told. Gives up after a while, as one that can't be delivered must not stop time for good.
     */
    void runUntilAllIsTold() {
        runUntilIdle();
        for (int i = 0; i < MOST_PAUSES && signals.isAnyPending(); i++) {
            LockSupport.parkNanos(PAUSE.toNanos());
            runUntilIdle();
        }
    }

    /** One round; false if nothing was due. */
    private boolean runOnce() {
        dispatcher.giveUpLost();
        boolean worked = sweeps.runDue();
        worked |= each(signals.due(BATCH), signals::deliver);
        worked |= each(starter.waiting(BATCH), starter::start);
        worked |= each(timers.due(BATCH), timers::fire);
        worked |= each(dispatcher.due(BATCH), dispatcher::dispatch);
        worked |= each(agencyPost.due(BATCH), agencyPost::bring);
        worked |= inTurn(agencyInbox.due(), agencyInbox::take);
        return worked;
    }

    private <T> boolean each(Collection<T> due, Consumer<T> work) {
        if (due.isEmpty()) {
            return false;
        }
        List<Callable<Boolean>> calls = due.stream()
                .<Callable<Boolean>>map(one -> () -> attempt(one, work))
                .toList();
        boolean any = false;
        try {
            for (Future<Boolean> done : workers.invokeAll(calls)) {
                any |= done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while working off what is due", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A worker died", e);
        }
        return any;
    }

    /** One after the other: of two answers about one case the first one counts. */
    private static <T> boolean inTurn(Collection<T> due, Consumer<T> work) {
        boolean any = false;
        for (T one : due) {
            any |= attempt(one, work);
        }
        return any;
    }

    /** One failing case must not stop the others; it is tried again, timers until they are incidents. */
    private static <T> boolean attempt(T one, Consumer<T> work) {
        try {
            work.accept(one);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("Could not work on {}: {}", one, e.getClass().getName());
            LOG.debug("Because", e);
            return false;
        }
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "pump");
        thread.setDaemon(true);
        return thread;
    }
}
