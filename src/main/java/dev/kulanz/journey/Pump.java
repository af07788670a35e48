package dev.kulanz.journey;

import dev.kulanz.contact.Dispatcher;
import dev.kulanz.contact.DoubtWork;
import dev.kulanz.handover.AgencyInbox;
import dev.kulanz.handover.AgencyPost;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Does what is due now: sweeps, starts, signals, messages, the agency's post, and (where the engine's own job executor is off) timers.
 * Different cases are worked on side by side; what concerns one case meets at its lock.
 * Each kind of work fails alone.
 */
@Component
public class Pump {

    private static final int BATCH = 200;
    private static final Duration PAUSE = Duration.ofMillis(100); // real time
    private static final int MOST_PAUSES = 100;

    private final List<PumpPart> parts;
    private final JourneyStarter starter;
    private final SignalDeliverer signals;
    private final Pulse pulse;
    private final MeterRegistry meters;
    private final boolean isTimeReal;
    private boolean waitsForMessages = true;
    private final ExecutorService workers =
            Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()), Pump::worker);

    Pump(
            Sweeps sweeps,
            JourneyStarter starter,
            SignalDeliverer signals,
            Dispatcher dispatcher,
            Mailroom mailroom,
            DoubtWork doubts,
            DueTimers timers,
            AgencyPost agencyPost,
            AgencyInbox agencyInbox,
            Healing healing,
            Retries retries,
            Pulse pulse,
            MeterRegistry meters) {
        this.starter = starter;
        this.signals = signals;
        this.pulse = pulse;
        this.meters = meters;
        this.isTimeReal = timers.areFiredByTheEngine();
        this.parts = new ArrayList<>();
        part("lost messages", part -> each(part, dispatcher.lost(BATCH), done(dispatcher::giveUp)));
        sweeps.all().forEach(sweep -> part(sweep.name(), part -> sweeps.runIfDue(sweep)));
        part("arrived models", part -> healing.run());
        part("retries", part -> retries.run());
        part("signals", part -> each(part, signals.due(BATCH), done(signals::deliver)));
        part("starts", part -> each(part, starter.waiting(BATCH), starter::start));
        part("timers", part -> each(part, timers.due(BATCH), done(timers::fire)));
        part("doubts", part -> {
            boolean found = doubts.find();
            return each(part, doubts.answered(BATCH), done(doubts::settle)) || found;
        });
        part("messages", part -> {
            if (waitsForMessages) {
                return each(part, dispatcher.due(BATCH), done(dispatcher::dispatch));
            }
            mailroom.take(part);
            return false;
        });
        part("agency post", part -> each(part, agencyPost.due(BATCH), done(agencyPost::bring)));
        part("agency inbox", part -> inTurn(part, agencyInbox.due(), done(agencyInbox::take)));
    }

    private void part(String name, PumpPart.Work work) {
        Counter failures = Counter.builder("kulanz.pump.failures")
                .description("What is due and could not be worked on; it is tried again")
                .tag("part", name)
                .register(meters);
        parts.add(new PumpPart(name, failures, pulse, work));
    }

    /** Works until nothing is due at this moment of business time. */
    public synchronized void runUntilIdle() {
        boolean worked;
        do {
            worked = runOnce();
        } while (worked);
    }

    /** The same, but does not wait for what is sent and said where time goes on by itself. */
    public synchronized void tick() {
        waitsForMessages = !isTimeReal;
        try {
            runUntilIdle();
        } finally {
            waitsForMessages = true;
        }
    }

    /**
     * Works until nothing is due, and waits for signals and starts that have to be tried again: before business time goes on, all of the present has
     * been told. Gives up after a while, as one that can't be delivered must not stop time for good.
     */
    void runUntilAllIsTold() {
        parts.forEach(PumpPart::wake);
        runUntilIdle();
        for (int i = 0; i < MOST_PAUSES && (signals.isAnyPending() || starter.isAnyPending()); i++) {
            LockSupport.parkNanos(PAUSE.toNanos());
            runUntilIdle();
        }
    }

    /** One round; false if nothing was due. */
    private boolean runOnce() {
        boolean worked = false;
        for (PumpPart part : parts) {
            worked |= part.run();
        }
        return worked;
    }

    private <T> boolean each(PumpPart part, Collection<T> due, Predicate<T> work) {
        if (due.isEmpty()) {
            return false;
        }
        List<Callable<Boolean>> calls = due.stream()
                .<Callable<Boolean>>map(one -> () -> part.attempt(one, work))
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
    private static <T> boolean inTurn(PumpPart part, Collection<T> due, Predicate<T> work) {
        boolean any = false;
        for (T one : due) {
            any |= part.attempt(one, work);
        }
        return any;
    }

    private static <T> Predicate<T> done(Consumer<T> work) {
        return one -> {
            work.accept(one);
            return true;
        };
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
